// @complete: no-unverified-jwt
import { createRemoteJWKSet, decodeJwt, decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';
import { jwtDecode } from 'jwt-decode';

const jwks = createRemoteJWKSet(new URL('https://login.desk.example/jwks.json'));

export function currentUserId(token: string): string {
  // bad: no-unverified-jwt
  const claims = decodeJwt(token);
  return claims.sub!;
}

export async function verifiedUserId(token: string): Promise<string> {
  await jwtVerify(token, jwks, { issuer: 'https://login.desk.example' });
  // ok: no-unverified-jwt -- the same token was verified one line above
  return decodeJwt(token).sub!;
}

export async function keyFor(token: string) {
  // ok: no-unverified-jwt -- only the key id is read
  const { kid } = decodeProtectedHeader(token);
  return importSPKI(process.env[`KEY_${kid}`]!, 'ES256');
}

export function isAdmin(request: Request): boolean {
  const token = request.headers.get('authorization')!.replace('Bearer ', '');
  const [, payload] = token.split('.');
  // bad: no-unverified-jwt
  return JSON.parse(atob(payload)).role === 'admin';
}

export function tenantOf(token: string): string {
  // bad: no-unverified-jwt
  const claims = JSON.parse(Buffer.from(token.split('.')[1], 'base64url').toString('utf8'));
  return claims.tenant;
}

export function displayRole(token: string) {
  // bad: no-unverified-jwt
  return jwtDecode<{ role: string }>(token).role;
}

export async function optionalUser(token: string) {
  try {
    // ok: no-unverified-jwt
    const { payload } = await jwtVerify(token, jwks);
    return payload.sub ?? null;
  } catch {
    return null;
  }
}
