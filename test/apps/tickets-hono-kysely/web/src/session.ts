// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
const KEYS = { access: 'desk.access_token', view: 'desk.view' };

export async function logIn(email: string, password: string) {
  const res = await fetch('/api/login', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!res.ok) throw new Error('Wrong email or password');
  const body: { name: string; token: string } = await res.json();
  // bad: no-jwt-in-web-storage
  // fix: no-jwt-in-web-storage
  window.sessionStorage.setItem(KEYS.access, body.token);
  return body.name;
}

// ok: no-jwt-in-web-storage
export const view = () => window.localStorage.getItem(KEYS.view) ?? 'open';

export function logOut() {
  // ok: no-jwt-in-web-storage
  window.sessionStorage.removeItem(KEYS.access);
}
