import { initTRPC, TRPCError } from '@trpc/server';
import { PrismaClient } from '@prisma/client';
import { Redis } from 'ioredis';

export const prisma = new PrismaClient();
const redis = new Redis(process.env.REDIS_URL!);

interface Context {
  userId: string | null;
  idempotencyKey: string | null;
}

const t = initTRPC.context<Context>().create();

export const router = t.router;
export const publicProcedure = t.procedure;

export const protectedProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.userId) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { ...ctx, userId: ctx.userId } });
});

export const idempotentProcedure = protectedProcedure.use(async ({ ctx, path, next }) => {
  if (!ctx.idempotencyKey) throw new TRPCError({ code: 'BAD_REQUEST', message: 'idempotency key missing' });
  const key = `idem:${path}:${ctx.userId}:${ctx.idempotencyKey}`;
  const first = await redis.set(key, 'running', 'EX', 86_400, 'NX');
  if (!first) throw new TRPCError({ code: 'CONFLICT' });
  return next();
});
