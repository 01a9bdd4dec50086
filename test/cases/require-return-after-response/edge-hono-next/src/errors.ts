import type { Context } from 'hono';

export const forbidden = (c: Context, reason: string) => c.json({ error: reason }, 403);
