// @complete: require-route-schema
import { initTRPC } from '@trpc/server';
import { z } from 'zod';

const t = initTRPC.create();
export const router = t.router({
  // ok: require-route-schema
  trips: t.procedure.input(z.object({ id: z.string() })).output(z.array(z.string())).query(() => ['a']),
  // bad: require-route-schema -- no output
  stops: t.procedure.input(z.object({ id: z.string() })).query(() => ['a']),
});
