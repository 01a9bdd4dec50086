// @complete: no-jwt-in-web-storage
import { AsyncLocalStorage } from 'node:async_hooks';
import { createCookieSessionStorage } from 'react-router';

// ok: no-jwt-in-web-storage -- the server's cookie storage, httpOnly
export const sessionStorage = createCookieSessionStorage<{ accessToken: string }>({
  cookie: { name: '__session', httpOnly: true, secure: true, sameSite: 'lax', secrets: [process.env.SESSION_SECRET!] },
});

export async function createUserSession(request: Request, token: string) {
  const session = await sessionStorage.getSession(request.headers.get('Cookie'));
  // ok: no-jwt-in-web-storage
  session.set('accessToken', token);
  // ok: no-jwt-in-web-storage
  return sessionStorage.commitSession(session);
}

// ok: no-jwt-in-web-storage -- one request's context
export const localStorage = new AsyncLocalStorage<Map<string, string>>();

export const currentToken = () =>
  // ok: no-jwt-in-web-storage
  localStorage.getStore()?.get('accessToken');
