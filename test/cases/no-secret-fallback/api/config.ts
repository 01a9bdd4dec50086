// @complete: no-secret-fallback
import { cleanEnv, port, str } from 'envalid';
import { z } from 'zod';

// bad: no-secret-fallback
// fix: no-secret-fallback
export const jwtSecret = process.env.JWT_SECRET || 'dev-secret';
// bad: no-secret-fallback
// fix: no-secret-fallback
export const apiKey = process.env['PAYMENTS_API_KEY'] ?? 'changeme';
// ok: no-secret-fallback
export const logLevel = process.env.LOG_LEVEL || 'info';
// ok: no-secret-fallback
export const listen = process.env.PORT ?? '3000';
// ok: no-secret-fallback
export const secret = process.env.APP_SECRET ?? process.env.LEGACY_APP_SECRET;

export const {
  // bad: no-secret-fallback
  // fix: no-secret-fallback
  SESSION_SECRET = 'keyboard cat',
  // ok: no-secret-fallback
  NODE_ENV = 'development',
} = process.env;

const schema = z.object({
  // bad: no-secret-fallback
  // fix: no-secret-fallback
  REFRESH_TOKEN_SECRET: z.string().default('refresh'),
  // ok: no-secret-fallback
  ACCESS_TOKEN_SECRET: z.string().min(32),
  // ok: no-secret-fallback
  TOKEN_TTL: z.string().default('15m'),
});
export const parsed = schema.parse(process.env);

export const clean = cleanEnv(process.env, {
  // bad: no-secret-fallback
  // fix: no-secret-fallback
  SMTP_PASSWORD: str({ default: 'mailer' }),
  // ok: no-secret-fallback
  WEBHOOK_SECRET: str({ devDefault: 'local-only' }),
  // ok: no-secret-fallback
  PORT: port({ default: 3000 }),
});

let cookieSecret = process.env.COOKIE_SECRET;
if (!cookieSecret) {
  // bad: no-secret-fallback
  // fix: no-secret-fallback
  cookieSecret = 'c00kie-m0nster-42';
}
export { cookieSecret };

if (process.env.NODE_ENV === 'test') {
  // ok: no-secret-fallback
  process.env.JWT_SECRET ??= 'for-tests';
}
