// @complete: no-unverified-jwt
import type { Handle } from '@sveltejs/kit';
import { jwtDecode } from 'jwt-decode';

export const handle: Handle = async ({ event, resolve }) => {
  const token = event.cookies.get('session');
  // bad: no-unverified-jwt
  if (token) event.locals.user = jwtDecode(token);
  return resolve(event);
};
