import type { Context } from 'hono';

export const problem = (c: Context, status: 400 | 404 | 409 | 500, title: string) =>
  c.body(JSON.stringify({ type: 'about:blank', title, status }), status, { 'content-type': 'application/problem+json' });

export const failed = (c: Context, error: string) => c.json({ error });
