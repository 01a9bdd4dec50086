// @complete: require-secure-cookies
import { defineEventHandler, readBody, setCookie, appendResponseHeader } from 'h3';
import { bare, cookieOptions, hardened, SESSION_COOKIE } from '../../src/config/cookies';
import { createSession } from '../../src/sessions';

export default defineEventHandler(async (event) => {
  const body = await readBody<{ email: string; password: string }>(event);
  const session = await createSession(body.email, body.password);
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  setCookie(event, 'session', session.id, { path: '/' });
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  setCookie(event, 'refresh_token', session.refreshToken);
  // ok-cross: require-secure-cookies
  setCookie(event, SESSION_COOKIE, session.id, hardened);
  // ok-cross: require-secure-cookies
  setCookie(event, SESSION_COOKIE, session.id, cookieOptions(3600));
  // bad-cross: require-secure-cookies
  setCookie(event, SESSION_COOKIE, session.id, bare);
  // ok: require-secure-cookies
  setCookie(event, 'theme', 'dark', { path: '/' });
  // ok: require-secure-cookies -- scripts read it back into a header
  setCookie(event, 'XSRF-TOKEN', session.csrf, { sameSite: 'lax', secure: true });
  // bad: require-secure-cookies
  appendResponseHeader(event, 'set-cookie', `access_token=${session.accessToken}; Path=/; HttpOnly`);
  // ok: require-secure-cookies
  appendResponseHeader(event, 'set-cookie', `access_token=${session.accessToken}; Path=/; HttpOnly; Secure; SameSite=Lax`);
  return { ok: true };
});
