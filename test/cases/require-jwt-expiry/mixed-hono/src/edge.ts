// @complete: require-jwt-expiry
import { sign } from 'hono/jwt';

// bad: require-jwt-expiry
// fix: require-jwt-expiry
export const forever = (sub: string, secret: string) => sign({ sub }, secret);

export const day = (sub: string, secret: string) =>
  // bad: require-jwt-expiry
  sign({ sub, exp: Math.floor(Date.now() / 1000) + 60 * 60 * 24 }, secret);

export const short = (sub: string, secret: string) =>
  // ok: require-jwt-expiry
  sign({ sub, exp: Math.floor(Date.now() / 1000) + 60 * 15 }, secret);
