import { readFileSync } from 'node:fs';
import jwt from 'jsonwebtoken';

const privateKey = readFileSync('/run/keys/private.pem');
export const issue = (sub: string) => jwt.sign({ sub }, privateKey, { algorithm: 'ES256', expiresIn: '15m' });
