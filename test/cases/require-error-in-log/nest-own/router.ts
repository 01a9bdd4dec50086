import { initTRPC } from '@trpc/server';
import { charge } from './charge';

const t = initTRPC.create();

export const router = t.router({
  charge: t.procedure.mutation(async ({ ctx }) => {
    try {
      await charge();
    } catch (err) {
      // bad: require-error-in-log
      ctx.logger.error(err.message);
      // ok: require-error-in-log
      ctx.logger.error({ err }, 'charge failed');
    }
  }),
});
