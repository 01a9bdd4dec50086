// @complete: require-jwt-claims-check
import jwt from 'jsonwebtoken';
import { createRemoteJWKSet, jwtVerify } from 'jose';
import { expressjwt } from 'express-jwt';
import { ExtractJwt, Strategy } from 'passport-jwt';
import { checked, unchecked } from './options';

const jwks = createRemoteJWKSet(new URL('https://id.example/jwks.json'));

export async function all(token: string) {
  // bad: require-jwt-claims-check
  await jwtVerify(token, jwks);
  // ok: require-jwt-claims-check
  await jwtVerify(token, jwks, { issuer: 'https://id.example', audience: 'checks' });
  // ok-cross: require-jwt-claims-check
  await jwtVerify(token, jwks, checked);
  // bad-cross: require-jwt-claims-check
  await jwtVerify(token, jwks, unchecked);
  // ok-cross: require-jwt-claims-check
  await jwtVerify(token, jwks, { ...checked, clockTolerance: 5 });
  // bad: require-jwt-claims-check
  jwt.verify(token, process.env.PUBLIC_KEY!, { algorithms: ['RS256'] });
  // ok: require-jwt-claims-check
  jwt.verify(token, process.env.PUBLIC_KEY!, { algorithms: ['RS256'], issuer: 'https://id.example', audience: 'checks' });
  // bad: require-jwt-claims-check
  const claims = jwt.verify(token, process.env.PUBLIC_KEY!, { algorithms: ['RS256'], maxAge: '1h' });
  return claims;
}

export async function byHand(token: string) {
  // ok: require-jwt-claims-check -- both are compared below
  const { payload } = await jwtVerify(token, jwks);
  if (payload.iss !== 'https://id.example' || payload.aud !== 'checks') throw new Error('wrong issuer');
  return payload;
}

// bad: require-jwt-claims-check
export const middleware = expressjwt({ secret: process.env.PUBLIC_KEY!, algorithms: ['RS256'] });
// ok: require-jwt-claims-check
export const middleware2 = expressjwt({ secret: process.env.PUBLIC_KEY!, algorithms: ['RS256'], issuer: 'https://id.example', audience: 'checks' });

// bad: require-jwt-claims-check
export const strategy = new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: process.env.PUBLIC_KEY!, algorithms: ['RS256'] }, (payload, done) => done(null, payload));
// ok: require-jwt-claims-check
export const strategy2 = new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: process.env.PUBLIC_KEY!, algorithms: ['RS256'], issuer: 'https://id.example', audience: 'checks' }, (payload, done) => done(null, payload));
