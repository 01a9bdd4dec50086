// @complete: no-get-side-effects
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { archiveItem, loadItem } from '../lib/items';

const t = initTRPC.create();
export const router = t.router({
  item: t.procedure.input(z.object({ id: z.string() })).query(({ input }) => {
    // ok-cross: no-get-side-effects
    return loadItem(input.id);
  }),
  archive: t.procedure.input(z.object({ id: z.string() })).query(async ({ input }) => {
    // bad-cross: no-get-side-effects -- a query that writes
    await archiveItem(input.id);
    return { ok: true };
  }),
  remove: t.procedure.input(z.object({ id: z.string() })).mutation(async ({ input }) => {
    // ok-cross: no-get-side-effects
    await archiveItem(input.id);
    return { ok: true };
  }),
});
