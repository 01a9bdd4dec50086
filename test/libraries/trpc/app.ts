import { initTRPC, TRPCError } from '@trpc/server';

const t = initTRPC.context<{ user?: string }>().create();
const signedIn = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' });
  return next({ ctx });
});
const orders = t.router({
  list: t.procedure.query(() => []),
  create: signedIn.input((value: unknown) => value).mutation(({ input }) => input),
  changed: t.procedure.subscription(async function* () {
    yield 1;
  }),
});
export const appRouter = t.router({ orders, health: t.procedure.query(() => 'ok') });
