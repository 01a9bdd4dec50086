// @complete: no-unverified-jwt
import type { NextFunction, Request, Response } from 'express';
import jwt from 'jsonwebtoken';
import { jwtDecode } from 'jwt-decode';
import { decodeProtectedHeader, importSPKI, jwtVerify } from 'jose';

const secret = process.env.JWT_SECRET!;

export function decoded(req: Request, res: Response, next: NextFunction) {
  const token = req.headers.authorization?.split(' ')[1] ?? '';
  // bad: no-unverified-jwt
  const payload = jwt.decode(token) as { sub: string };
  res.locals.userId = payload.sub;
  next();
}

export function byHand(req: Request, res: Response, next: NextFunction) {
  const token = String(req.headers['x-access-token']);
  // bad: no-unverified-jwt
  const claims = JSON.parse(Buffer.from(token.split('.')[1]!, 'base64').toString());
  res.locals.role = claims.role;
  next();
}

export const roleOf = (req: Request) => {
  // bad: no-unverified-jwt
  const { role } = jwtDecode<{ role: string }>(req.cookies.token);
  return role;
};

export function callback(req: Request, res: Response, next: NextFunction) {
  // bad: no-unverified-jwt
  jwt.verify(req.cookies.token, secret, { algorithms: ['HS256'] }, (error, claims) => {
    res.locals.claims = claims;
    next();
  });
}

export function expired(token: string) {
  // bad: no-unverified-jwt
  return jwt.verify(token, secret, { algorithms: ['HS256'], ignoreExpiration: true });
}

export function ignored(token: string) {
  // bad: no-unverified-jwt
  return jwt.verify(token, secret, { algorithm: 'HS256' } as jwt.VerifyOptions);
}

export async function unawaited(req: Request, res: Response, next: NextFunction) {
  const key = await importSPKI(process.env.PUBLIC_KEY!, 'ES256');
  // bad: no-unverified-jwt
  jwtVerify(req.cookies.token, key);
  next();
}

export function swallowed(req: Request, res: Response, next: NextFunction) {
  try {
    // bad: no-unverified-jwt
    jwt.verify(req.cookies.token, secret, { algorithms: ['HS256'] });
  } catch (error) {
    console.error(error);
  }
  next();
}

export function checked(req: Request, res: Response, next: NextFunction) {
  const token = req.cookies.token;
  jwt.verify(token, secret, { algorithms: ['HS256'] });
  // ok: no-unverified-jwt
  const payload = jwt.decode(token) as { sub: string };
  res.locals.userId = payload.sub;
  next();
}

export function keyIdOf(token: string) {
  // ok: no-unverified-jwt
  return jwt.decode(token, { complete: true })?.header.kid;
}

// ok: no-unverified-jwt
export const kid = (token: string) => decodeProtectedHeader(token).kid;

export function optional(req: Request, res: Response, next: NextFunction) {
  jwt.verify(req.cookies.token, secret, { algorithms: ['HS256'] }, (error, claims) => {
    // ok: no-unverified-jwt
    if (!error) res.locals.claims = claims;
    next();
  });
}

export function remaining(token: string): number {
  // ok: no-unverified-jwt
  const payload = jwt.decode(token) as { exp: number };
  return payload.exp - Date.now() / 1000;
}

export async function fromProvider(code: string) {
  const response = await fetch('https://id.example.com/token', { method: 'POST', body: code });
  const tokens = (await response.json()) as { id_token: string };
  // ok: no-unverified-jwt
  const profile = jwtDecode<{ email: string }>(tokens.id_token);
  return profile.email;
}
