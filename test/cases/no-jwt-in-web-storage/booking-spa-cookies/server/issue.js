// @complete: no-jwt-in-web-storage
import { randomBytes } from 'node:crypto';

const sessions = new Map();

export async function issue({ email }) {
  const accessToken = randomBytes(32).toString('base64url');
  const refreshToken = randomBytes(32).toString('base64url');
  // ok: no-jwt-in-web-storage -- a Map of the server
  sessions.set('accessToken', accessToken);
  return { accessToken, refreshToken, name: email.split('@')[0] };
}
