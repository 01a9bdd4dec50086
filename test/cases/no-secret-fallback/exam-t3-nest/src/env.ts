// @complete: no-secret-fallback
import { createEnv } from '@t3-oss/env-nextjs';
import { z } from 'zod';
import * as v from 'valibot';
import * as yup from 'yup';

export const env = createEnv({
  server: {
    // bad: no-secret-fallback
    // fix: no-secret-fallback
    AUTH_SECRET: z.string().default('insecure-auth-words'),
    // ok: no-secret-fallback
    DATABASE_URL: z.string().url(),
    // ok: no-secret-fallback
    NODE_ENV: z.enum(['development', 'production']).default('development'),
  },
  client: {},
  experimental__runtimeEnv: {},
});

export const valibotEnv = v.parse(
  v.object({
    // bad: no-secret-fallback
    SESSION_SECRET: v.optional(v.string(), 'valibot-session-words'),
    // ok: no-secret-fallback
    LOG_LEVEL: v.optional(v.string(), 'info'),
  }),
  process.env,
);

export const yupEnv = yup.object({
  // bad: no-secret-fallback
  API_SECRET: yup.string().default('yup-api-words'),
  // ok: no-secret-fallback
  PORT: yup.number().default(3000),
});

export const fastifyEnvSchema = {
  type: 'object',
  required: ['PORT'],
  properties: {
    PORT: { type: 'number', default: 3000 },
    // bad: no-secret-fallback
    JWT_SECRET: { type: 'string', default: 'fastify-env-words' },
    // ok: no-secret-fallback
    HOST: { type: 'string', default: '0.0.0.0' },
  },
};
