import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';
import { randomUUID } from 'node:crypto';

export function newState(c: Context): string {
  const state = randomUUID();
  setCookie(c, 'oauth_state', state, { httpOnly: true, secure: true, sameSite: 'Lax', maxAge: 600 });
  return state;
}
