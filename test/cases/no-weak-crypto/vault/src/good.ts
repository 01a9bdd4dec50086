// @complete: no-weak-crypto
import { createCipheriv, createDecipheriv, createHash, createHmac, generateKeyPairSync, randomBytes } from 'node:crypto';

const key = Buffer.from(process.env.DATA_KEY!, 'hex');

// ok: no-weak-crypto
export const etag = (body: string) => createHash('md5').update(body).digest('hex');
// ok: no-weak-crypto
export const contentMd5 = (body: Buffer) => createHash('md5').update(body).digest('base64');
// ok: no-weak-crypto
export const gravatar = (email: string) => `https://gravatar.com/avatar/${createHash('md5').update(email).digest('hex')}`;
// ok: no-weak-crypto
export const totp = (secret: Buffer, counter: Buffer) => createHmac('sha1', secret).update(counter).digest();
// ok: no-weak-crypto
export const cacheKey = (query: object) => `search:${createHash('sha1').update(JSON.stringify(query)).digest('hex')}`;
// ok: no-weak-crypto
export const pair = () => generateKeyPairSync('rsa', { modulusLength: 3072 });

export function seal(text: string) {
  const iv = randomBytes(12);
  // ok: no-weak-crypto
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const data = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return { iv, data, tag: cipher.getAuthTag() };
}

export function open(data: Buffer, iv: Buffer, tag: Buffer) {
  // ok: no-weak-crypto
  const decipher = createDecipheriv('aes-256-gcm', key, iv);
  decipher.setAuthTag(tag);
  return Buffer.concat([decipher.update(data), decipher.final()]);
}
