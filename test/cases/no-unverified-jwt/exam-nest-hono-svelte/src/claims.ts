// @complete: no-unverified-jwt
import { decodeJwt } from 'jose';

export function readClaims(token: string) {
  // bad: no-unverified-jwt
  return decodeJwt(token);
}
