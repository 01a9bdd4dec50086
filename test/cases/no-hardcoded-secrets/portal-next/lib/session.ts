// @complete: no-hardcoded-secrets
import { createSecretKey } from 'node:crypto';
import { getIronSession, type SessionOptions } from 'iron-session';
import { SignJWT, jwtVerify } from 'jose';
import { cookies } from 'next/headers';

export interface PortalSession {
  userId?: string;
}

export const sessionOptions: SessionOptions = {
  // ok: no-hardcoded-secrets -- the cookie's name
  cookieName: 'portal_session',
  // bad: no-hardcoded-secrets
  // fix: no-hardcoded-secrets
  password: 'lighthouse keeper paints the door blue again',
  cookieOptions: { secure: true, httpOnly: true, sameSite: 'lax' },
};

export const session = async () => getIronSession<PortalSession>(await cookies(), sessionOptions);

export const supportSession = async () =>
  // ok: no-hardcoded-secrets
  getIronSession<PortalSession>(await cookies(), { cookieName: 'support_session', password: process.env.SUPPORT_SESSION_PASSWORD! });

export async function magicLink(email: string) {
  // bad: no-hardcoded-secrets -- the encoder is no disguise
  // fix: no-hardcoded-secrets
  const key = new TextEncoder().encode('Velvet-Anchor-2203');
  return new SignJWT({ email }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('10m').sign(key);
}

export async function readMagicLink(token: string) {
  // bad: no-hardcoded-secrets
  const { payload } = await jwtVerify(token, createSecretKey(Buffer.from('Tin-Roof-Sparrow-40', 'utf8')), { algorithms: ['HS256'] });
  return payload;
}

export async function readInvite(token: string) {
  // ok: no-hardcoded-secrets
  const { payload } = await jwtVerify(token, createSecretKey(Buffer.from(process.env.INVITE_SECRET!, 'base64')), { algorithms: ['HS256'] });
  return payload;
}
