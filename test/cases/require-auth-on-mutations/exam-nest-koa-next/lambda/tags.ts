// @complete: require-auth-on-mutations
import { initTRPC, TRPCError } from '@trpc/server';
import { Tag } from '../lib/model';

const t = initTRPC.context<{ user?: { id: string } }>().create();
const protectedProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx: { user: ctx.user } });
});

export const tags = t.router({
  // ok: require-auth-on-mutations
  list: t.procedure.query(() => Tag.findAll({ limit: 10 })),
  // bad: require-auth-on-mutations
  clear: t.procedure.mutation(() => Tag.destroy({ where: { name: null } })),
  // ok: require-auth-on-mutations
  remove: protectedProcedure.input((v) => String(v)).mutation(({ input }) => Tag.destroy({ where: { id: input } })),
});
