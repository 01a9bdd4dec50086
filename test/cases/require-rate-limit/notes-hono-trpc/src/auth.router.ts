// @complete: require-rate-limit
import { limitedProcedure, publicProcedure, router } from './trpc.js';

export const authRouter = router({
  // bad: require-rate-limit
  login: publicProcedure.mutation(async ({ input }) => ({ input })),
  // ok-cross: require-rate-limit
  signUp: limitedProcedure.mutation(async ({ input }) => ({ input })),
  // ok: require-rate-limit
  logout: publicProcedure.mutation(async () => null),
});
