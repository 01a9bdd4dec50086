// @complete: prefer-cursor-pagination
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { EventsRepository } from './events.repository.js';
import { pool, supabase } from './stores.js';

const t = initTRPC.create();
const events = new EventsRepository();

export const appRouter = t.router({
  events: t.procedure
    .input(z.object({ page: z.number().int().min(1), size: z.number().int().max(100) }))
    .query(({ input }) => events.page((input.page - 1) * input.size, input.size)),

  after: t.procedure
    .input(z.object({ cursor: z.string(), size: z.number().int().max(100) }))
    .query(({ input }) => events.after(input.cursor, input.size)),

  logs: t.procedure.input(z.object({ page: z.number() })).query(async ({ input }) => {
    const from = input.page * 50;
    // bad: prefer-cursor-pagination -- range is Supabase's offset
    const { data } = await supabase.from('logs').select('id, text').range(from, from + 49);
    return data;
  }),

  rows: t.procedure.input(z.object({ offset: z.number() })).query(async ({ input }) => {
    // bad: prefer-cursor-pagination
    const [rows] = await pool.execute('SELECT id, text FROM logs ORDER BY id LIMIT 50 OFFSET ?', [input.offset]);
    return rows;
  }),

  newest: t.procedure.query(async () => {
    // ok: prefer-cursor-pagination
    const { data } = await supabase.from('logs').select('id, text').order('id').limit(50);
    return data;
  }),
});
