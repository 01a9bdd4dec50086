// @complete: no-shared-secret-jwt
import { createSecretKey } from 'node:crypto';
import { jwtVerify } from 'jose';
import jwt, { type SignOptions } from 'jsonwebtoken';

// bad-cross: no-shared-secret-jwt -- the options stand in a variable
export function commandToken(orderId: string): string {
  const options: SignOptions = { algorithm: 'HS256', expiresIn: '1m', subject: orderId };
  return jwt.sign({ cmd: 'pick' }, process.env.COMMAND_SECRET!, options);
}

// bad-cross: no-shared-secret-jwt -- a KeyObject of the same secret
export async function readCommand(token: string) {
  const key = createSecretKey(Buffer.from(process.env.COMMAND_SECRET!, 'utf8'));
  const { payload } = await jwtVerify(token, key, { algorithms: ['HS256'], maxTokenAge: '1m' });
  return payload;
}

// ok: no-shared-secret-jwt
export function carrierToken(parcelId: string): string {
  const options: SignOptions = { algorithm: 'PS256', expiresIn: '1m', subject: parcelId };
  return jwt.sign({ cmd: 'collect' }, process.env.CARRIER_PRIVATE_KEY!, options);
}
