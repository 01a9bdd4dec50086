// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { z } from 'zod';

const schema = z.object({
  PORT: z.coerce.number().int().default(3000),
  DATABASE_URL: z.url(),
  JWT_PUBLIC_KEY: z.string().startsWith('-----BEGIN PUBLIC KEY-----'),
  JWT_PRIVATE_KEY: z.string().min(1, 'JWT_PRIVATE_KEY is the PEM of the signing key'),
  COOKIE_SECRET: z.string().min(32),
  ARCHIVE_BUCKET: z.string(),
});

export const config = schema.parse(process.env);
