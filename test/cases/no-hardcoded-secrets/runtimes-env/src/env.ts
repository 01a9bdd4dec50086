// @complete: no-hardcoded-secrets
import 'dotenv/config';
import { cleanEnv, port, str, url } from 'envalid';
import { z } from 'zod';

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']),
  // ok: no-hardcoded-secrets -- a message of the schema
  JWT_SECRET: z.string().min(32, 'JWT_SECRET must have at least 32 characters'),
  DATABASE_URL: z.string().url(),
  // ok: no-hardcoded-secrets -- rejects the placeholder
  SESSION_SECRET: z.string().refine((v) => v !== 'changeme', { message: 'Set SESSION_SECRET' }),
});

export const env = schema.parse(process.env);

// ok: no-hardcoded-secrets
export const checked = cleanEnv(process.env, { API_TOKEN: str({ desc: 'Token of the partner API', example: 'pt_123' }), PORT: port(), BASE_URL: url() });

// ok: no-hardcoded-secrets -- no-secret-fallback's business
export const devSecret = process.env.DEV_JWT_SECRET || 'dev-secret-for-laptops';
// ok: no-hardcoded-secrets
export const apiKey = process.env.API_KEY ?? 'local-api-key';
// ok: no-hardcoded-secrets
export const { MAIL_PASSWORD: mailPassword = 'mailhog-password' } = process.env;
// ok: no-hardcoded-secrets
export const password = process.env['DB_PASSWORD'];
// ok: no-hardcoded-secrets -- nothing is no secret
export let accessToken = '';
export const setAccessToken = (value: string) => {
  accessToken = value;
};
