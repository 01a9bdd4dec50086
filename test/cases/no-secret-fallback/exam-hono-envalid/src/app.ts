// @complete: no-secret-fallback
import { Hono } from 'hono';
import jwt from 'jsonwebtoken';
import express from 'express';
import session from 'express-session';
import { ConfigService } from '@nestjs/config';
import { envOr, requireEnv } from './helpers';

const app = new Hono<{ Bindings: { TOKEN_SECRET?: string; GREETING?: string } }>();

app.get('/token', (c) => {
  // bad: no-secret-fallback
  const secret = c.env.TOKEN_SECRET ?? 'worker-dev-words';
  // ok: no-secret-fallback
  const greeting = c.env.GREETING ?? 'hello';
  return c.json({ token: jwt.sign({ sub: greeting }, secret, { expiresIn: '15m' }) });
});

// bad-cross: no-secret-fallback
export const fromHelper = envOr('JWT_SECRET', 'a-helper-fallback-secret');
// ok-cross: no-secret-fallback
export const fromHelperPlain = envOr('REGION', 'eu-west-1');
// ok-cross: no-secret-fallback
export const required = requireEnv('JWT_SECRET');

export function nest(config: ConfigService) {
  return {
    // bad: no-secret-fallback
    secret: config.get<string>('JWT_SECRET', 'nest-dev-words'),
    // ok: no-secret-fallback
    issuer: config.get<string>('JWT_ISSUER', 'conf'),
    // ok: no-secret-fallback
    key: config.getOrThrow<string>('JWT_KEY'),
  };
}

const web = express();
web.use(
  session({
    // bad: no-secret-fallback
    // fix: no-secret-fallback
    secret: process.env.SESSION_SECRET || 'not-so-secret-words',
    resave: false,
    saveUninitialized: false,
  }),
);

export class Settings {
  // bad: no-secret-fallback
  readonly apiKey = process.env['INTERNAL_API_KEY'] || 'internal-dev-key-1';

  constructor(
    // bad: no-secret-fallback
    private readonly hmacSecret = Bun.env.HMAC_SECRET ?? 'bun-hmac-words',
  ) {}

  // ok: no-secret-fallback
  get bucket() {
    return Deno.env.get('BUCKET') ?? 'uploads';
  }

  get password() {
    // bad: no-secret-fallback
    return Deno.env.get('DB_PASSWORD') ?? 'pw-for-deno';
  }
}

export default app;
