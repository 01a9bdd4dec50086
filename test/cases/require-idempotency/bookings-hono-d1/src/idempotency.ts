import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './env';

/** Replays the first answer for a repeated `Idempotency-Key` of the same caller and route. */
export const onceByKey = createMiddleware<AppEnv>(async (c, next) => {
  const key = c.req.header('Idempotency-Key');
  if (!key) return c.json({ title: 'Idempotency-Key is required' }, 400);
  const scope = `${c.get('userId')}:${c.req.method}:${c.req.path}:${key}`;
  const { meta } = await c.env.DB.prepare("INSERT OR IGNORE INTO answers (scope, expires) VALUES (?, datetime('now', '+1 day'))")
    .bind(scope)
    .run();
  if (meta.changes === 0) {
    const stored = await c.env.DB.prepare('SELECT body FROM answers WHERE scope = ?').bind(scope).first<{ body: string | null }>();
    return stored?.body ? c.json(JSON.parse(stored.body)) : c.json({ title: 'Still running' }, 409);
  }
  await next();
  await c.env.DB.prepare('UPDATE answers SET body = ? WHERE scope = ?').bind(await c.res.clone().text(), scope).run();
});
