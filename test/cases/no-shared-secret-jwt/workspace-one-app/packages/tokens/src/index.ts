// @complete: no-shared-secret-jwt
import { SignJWT, jwtVerify } from 'jose';

const secret = new TextEncoder().encode(process.env.JWT_SECRET);

// ok-cross: no-shared-secret-jwt -- a library of the one app
export const issue = (sub: string) => new SignJWT({ sub }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('15m').sign(secret);

// ok-cross: no-shared-secret-jwt
export const read = async (token: string) => (await jwtVerify(token, secret, { algorithms: ['HS256'] })).payload;
