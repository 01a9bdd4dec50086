// @complete: require-secure-cookies
import type { Context } from 'hono';
import { setCookie } from 'hono/cookie';

const defaults = { httpOnly: true, secure: true, sameSite: 'Lax' } as const;

export function sendSession(c: Context, token: string) {
  // bad: require-secure-cookies
  setCookie(c, 'session_token', token, { ...defaults, httpOnly: false });
}

export function sendSessionSafely(c: Context, token: string) {
  // ok: require-secure-cookies
  setCookie(c, 'session_token', token, { ...defaults, maxAge: 900 });
}
