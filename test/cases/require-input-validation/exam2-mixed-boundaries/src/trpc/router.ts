// @complete: require-input-validation
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { prisma } from '../services/db';

const t = initTRPC.create();

export const router = t.router({
  create: t.procedure.input(z.object({ name: z.string() })).mutation(async ({ input }) => {
    // ok: require-input-validation
    return prisma.item.create({ data: { name: input.name } });
  }),
  loose: t.procedure
    .input((value: unknown) => value as { name: string })
    .mutation(async ({ input }) => {
      // bad: require-input-validation -- a parser that checks nothing
      return prisma.item.create({ data: { name: input.name } });
    }),
});
