// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { sign } from 'hono/jwt';

const LIFETIME = 15 * 60;

/** An access token for the other services of the desk. */
export async function accessToken(agentId: string) {
  const now = Math.floor(Date.now() / 1000);
  // bad-cross: no-shared-secret-jwt -- the tickets service checks it with the same secret
  // fix: no-shared-secret-jwt
  return sign({ sub: agentId, iat: now, exp: now + LIFETIME }, process.env.JWT_SECRET!, 'HS256');
}
