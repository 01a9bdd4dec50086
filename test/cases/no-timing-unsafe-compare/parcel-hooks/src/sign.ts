import crypto from 'node:crypto';
import { config } from './config.js';

export function signatureOf(raw: Buffer): string {
  return crypto.createHmac('sha256', config.webhookSecret).update(raw).digest('hex');
}

export const etagOf = (body: string) => crypto.createHash('sha1').update(body).digest('base64');
