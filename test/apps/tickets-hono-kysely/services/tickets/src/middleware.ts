// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import type { MiddlewareHandler } from 'hono';
import { createMiddleware } from 'hono/factory';
import { jwt, type JwtVariables } from 'hono/jwt';
import { db } from './db.js';

export type Env = { Variables: JwtVariables<{ sub: string }> };

const DAY = 24 * 60 * 60 * 1000;

// bad-cross: no-shared-secret-jwt -- identity signs with the same secret
// fix: no-shared-secret-jwt
export const authenticate: MiddlewareHandler = jwt({ secret: process.env.JWT_SECRET!, alg: 'HS256' });

/** Runs a request once per caller, route and Idempotency-Key; repeats get the first answer. */
export const idempotency = createMiddleware<Env>(async (c, next) => {
  const header = c.req.header('idempotency-key');
  if (!header) return c.json({ title: 'Send an Idempotency-Key', status: 400 }, 400);
  const key = `${c.get('jwtPayload').sub}:${c.req.method}:${c.req.path}:${header}`;

  await db.deleteFrom('idempotency_keys').where('key', '=', key).where('expires_at', '<', new Date()).execute();
  const taken = await db
    .insertInto('idempotency_keys')
    .values({ key, status: null, body: null, expires_at: new Date(Date.now() + DAY) })
    .onConflict((oc) => oc.column('key').doNothing())
    .returning('key')
    .executeTakeFirst();
  if (!taken) {
    // ok: no-unpaginated-query
    const first = await db.selectFrom('idempotency_keys').select(['status', 'body']).where('key', '=', key).executeTakeFirst();
    if (!first?.status) return c.json({ title: 'The first request is still running', status: 409 }, 409);
    return c.body(first.body ?? '', first.status as 201, { 'content-type': 'application/json' });
  }

  await next();
  if (c.res.status >= 500) {
    await db.deleteFrom('idempotency_keys').where('key', '=', key).execute();
    return;
  }
  const body = await c.res.clone().text();
  await db.updateTable('idempotency_keys').set({ status: c.res.status, body }).where('key', '=', key).execute();
});
