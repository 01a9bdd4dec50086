// @complete: no-secret-fallback
import { z } from 'zod';
import { cleanEnv, port, str } from 'envalid';
import Joi from 'joi';
import env from 'env-var';
import convict from 'convict';

// bad: no-secret-fallback
// fix: no-secret-fallback
export const jwtSecret = process.env.JWT_SECRET || 'local-signing-words';
// bad: no-secret-fallback
// fix: no-secret-fallback
export const sessionSecret = process.env.SESSION_SECRET ?? 'keyboard cat';
// ok: no-secret-fallback
export const logLevel = process.env.LOG_LEVEL ?? 'info';
// ok: no-secret-fallback
export const httpPort = Number(process.env.PORT || 3000);
// ok: no-secret-fallback
export const tokenTtl = process.env.TOKEN_TTL ?? '15m';
// ok: no-secret-fallback -- empty: missing stays missing
export const apiToken = process.env.API_TOKEN ?? '';
// ok: no-secret-fallback -- a fallback to another variable
export const signingKey = process.env.SIGNING_KEY ?? process.env.JWT_SECRET;

// bad: no-secret-fallback
export const { STRIPE_SECRET_KEY = 'stripe-dev-secret' } = process.env;

// ok: no-secret-fallback
export const { HOST = '0.0.0.0' } = process.env;

// bad: no-secret-fallback
export const cookieSecret = process.env.COOKIE_SECRET ? process.env.COOKIE_SECRET : 'cookie-monster';

// ok: no-secret-fallback -- only a test's run gets there
export const testable = process.env.NODE_ENV === 'test' ? (process.env.HMAC_SECRET ?? 'test-only-words') : process.env.HMAC_SECRET;

const schema = z.object({
  PORT: z.coerce.number().default(3000),
  // bad: no-secret-fallback
  // fix: no-secret-fallback
  JWT_SECRET: z.string().min(8).default('a-default-signing-secret'),
  // ok: no-secret-fallback
  LOG_LEVEL: z.string().default('info'),
  // ok: no-secret-fallback
  API_KEY: z.string().min(16),
});

export const parsed = schema.parse(process.env);

export const cleaned = cleanEnv(process.env, {
  // bad: no-secret-fallback
  DB_PASSWORD: str({ default: 'postgres-local' }),
  // ok: no-secret-fallback
  PORT: port({ default: 3000 }),
  // ok: no-secret-fallback
  ENCRYPTION_KEY: str(),
});

export const joi = Joi.object({
  // bad: no-secret-fallback
  REFRESH_SECRET: Joi.string().default('refresh-me-please'),
  // ok: no-secret-fallback
  REGION: Joi.string().default('eu-west-1'),
});

// bad: no-secret-fallback
export const webhookSecret = env.get('WEBHOOK_SECRET').default('hook-words').asString();
// ok: no-secret-fallback
export const region = env.get('REGION').default('eu-west-1').asString();

export const convicted = convict({
  auth: {
    secret: {
      format: String,
      // bad: no-secret-fallback
      default: 'convict-signing-words',
      env: 'AUTH_SECRET',
    },
  },
  region: { format: String, default: 'eu-west-1', env: 'REGION' },
});
