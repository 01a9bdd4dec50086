import { createMiddleware } from 'hono/factory';

export const harden = createMiddleware(async (c, next) => {
  await next();
  c.header('Strict-Transport-Security', 'max-age=31536000');
  c.header('X-Content-Type-Options', 'nosniff');
});
