'use server';
// @complete: require-secure-cookies
import { cookies } from 'next/headers';
import { getIronSession } from 'iron-session';
import { issue } from '../src/issue';

export async function signIn() {
  const jar = await cookies();
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  jar.set('session', issue());
  // bad: require-secure-cookies
  jar.set({ name: 'id_token', value: issue(), httpOnly: true, path: '/' });
  // ok: require-secure-cookies
  jar.set({ name: 'id_token', value: issue(), httpOnly: true, secure: true, sameSite: 'lax', path: '/' });
  // ok: require-secure-cookies
  jar.set('sidebar', 'open');
}

export async function iron() {
  // ok: require-secure-cookies -- iron-session's defaults are httpOnly, secure and lax
  return getIronSession(await cookies(), { password: process.env.SESSION_PASSWORD!, cookieName: 'desk' });
}
