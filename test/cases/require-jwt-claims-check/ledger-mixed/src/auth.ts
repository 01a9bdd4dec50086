// @complete: require-jwt-claims-check
import jwt from 'jsonwebtoken';
import { jwtVerify, createRemoteJWKSet } from 'jose';
import { JwtService } from '@nestjs/jwt';
import { checks } from './options.js';

const secret = process.env.JWT_SECRET!;
const jwks = createRemoteJWKSet(new URL('https://id.example.com/jwks'));

// bad: require-jwt-claims-check
export const plain = (token: string) => jwt.verify(token, secret, { algorithms: ['HS256'] });
// bad: require-jwt-claims-check
export const remote = (token: string) => jwtVerify(token, jwks);
// ok-cross: require-jwt-claims-check
export const checked = (token: string) => jwtVerify(token, jwks, checks);
// ok: require-jwt-claims-check
export const named = (token: string) => jwt.verify(token, secret, { algorithms: ['HS256'], issuer: 'ledger', audience: 'api' });
export class Guard {
  constructor(private readonly jwt: JwtService) {}
  // ok-cross: require-jwt-claims-check
  run(token: string) {
    return this.jwt.verifyAsync(token);
  }
}
export function byHand(token: string) {
  // ok: require-jwt-claims-check
  const claims = jwt.verify(token, secret, { algorithms: ['HS256'] }) as jwt.JwtPayload;
  if (claims.iss !== 'ledger' || claims.aud !== 'api') throw new Error('not for us');
  return claims;
}
