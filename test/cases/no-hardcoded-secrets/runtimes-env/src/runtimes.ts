// @complete: no-hardcoded-secrets
import { createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';
import jwt from 'jsonwebtoken';
import { Pool } from 'pg';
import { env } from './env.js';

declare const Deno: { env: { get(name: string): string | undefined } };
declare const Bun: { env: Record<string, string | undefined> };

// ok: no-hardcoded-secrets
export const denoSecret = Deno.env.get('WEBHOOK_SECRET');
// ok: no-hardcoded-secrets
export const bunToken = Bun.env.SERVICE_TOKEN;
// ok: no-hardcoded-secrets
export const viteSecret = (import.meta as unknown as { env: Record<string, string> }).env.SESSION_SECRET;
// ok: no-hardcoded-secrets -- a mounted secret
export const dbPassword = readFileSync('/run/secrets/db_password', 'utf8').trim();
// ok: no-hardcoded-secrets
export const dbPasswordFile = process.env.DB_PASSWORD_FILE ?? '/run/secrets/db_password';

// ok: no-hardcoded-secrets
export const issue = (sub: string) => jwt.sign({ sub }, env.JWT_SECRET, { expiresIn: '15m' });

// ok: no-hardcoded-secrets
export const sign = (body: string) => createHmac('sha256', denoSecret!).update(body).digest('hex');

// ok: no-hardcoded-secrets
export const pool = new Pool({ connectionString: env.DATABASE_URL, password: dbPassword });
