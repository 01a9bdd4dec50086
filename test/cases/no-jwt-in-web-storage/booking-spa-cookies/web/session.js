// @complete: no-jwt-in-web-storage
import Cookies from 'js-cookie';
import UniversalCookie from 'universal-cookie';

const TOKEN_KEY = 'booking_token';
const jar = new UniversalCookie(null, { path: '/' });

export async function logIn(credentials) {
  const res = await fetch('/api/login', { method: 'POST', body: JSON.stringify(credentials) });
  const { token, name } = await res.json();
  // bad: no-jwt-in-web-storage -- js-cookie can't set httpOnly
  // fix: no-jwt-in-web-storage
  Cookies.set('token', token, { secure: true, sameSite: 'strict' });
  // bad: no-jwt-in-web-storage -- the key is a constant
  Cookies.set(TOKEN_KEY, token, { expires: 1 });
  // bad: no-jwt-in-web-storage
  jar.set('jwt', token, { secure: true });
  // ok: no-jwt-in-web-storage
  Cookies.set('display_name', name, { expires: 365 });
}

export function authHeader() {
  // bad: no-jwt-in-web-storage
  return { Authorization: `Bearer ${Cookies.get('token')}` };
}

export function csrfHeader() {
  // ok: no-jwt-in-web-storage
  return { 'X-XSRF-TOKEN': Cookies.get('XSRF-TOKEN') };
}

export function logOut() {
  // ok: no-jwt-in-web-storage
  Cookies.remove('token');
  // ok: no-jwt-in-web-storage
  jar.remove('jwt');
}

export function currency(code) {
  // ok: no-jwt-in-web-storage
  if (code) Cookies.set('currency', code);
  // ok: no-jwt-in-web-storage
  return Cookies.get('currency') ?? 'EUR';
}
