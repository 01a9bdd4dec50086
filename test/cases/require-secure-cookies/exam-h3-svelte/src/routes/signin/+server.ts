// @complete: require-secure-cookies
import type { RequestHandler } from './$types';
import { json } from '@sveltejs/kit';
import { createSession } from '../../sessions';

export const POST: RequestHandler = async ({ request, cookies }) => {
  const { email, password } = await request.json();
  const session = await createSession(email, password);
  // ok: require-secure-cookies -- SvelteKit sets httpOnly, secure and sameSite=lax by itself
  cookies.set('session', session.id, { path: '/' });
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  cookies.set('refresh_token', session.refreshToken, { path: '/', httpOnly: false });
  // bad: require-secure-cookies
  cookies.set('sid', session.id, { path: '/', sameSite: 'none', secure: false });
  return json({ ok: true });
};
