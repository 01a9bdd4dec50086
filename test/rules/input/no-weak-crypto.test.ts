import { rule } from '../../../src/rules/input/no-weak-crypto.js';
import { ruleTester } from '../../rule-tester.js';

const crypto = "import crypto from 'node:crypto';\n";

ruleTester.run('no-weak-crypto', rule as never, {
  valid: [
    {
      name: 'an ETag',
      code: `${crypto}export const etag = (b: string) => crypto.createHash('md5').update(b).digest('hex');`,
    },
    {
      name: 'HMAC-SHA-1, as in TOTP',
      code: `${crypto}export const code = (k: Buffer, c: Buffer) => crypto.createHmac('sha1', k).update(c).digest();`,
    },
    {
      name: 'zeros that are filled',
      code: `${crypto}export function f(k: Buffer) { const iv = Buffer.alloc(16); crypto.randomFillSync(iv); return crypto.createCipheriv('aes-256-cbc', k, iv); }`,
    },
    {
      name: 'a cipher that is handed on',
      code: `${crypto}export const f = (k: Buffer, iv: Buffer) => crypto.createDecipheriv('aes-256-gcm', k, iv);`,
    },
    {
      name: 'the IV of the message',
      code: `${crypto}export function f(k: Buffer, m: Buffer) { const d = crypto.createDecipheriv('aes-256-cbc', k, m.subarray(0, 16)); return d.update(m); }`,
    },
  ],
  invalid: [
    {
      name: 'a token',
      code: `${crypto}export const resetToken = crypto.createHash('sha1').update('x').digest('hex');`,
      errors: [
        {
          messageId: 'hash',
          data: { name: 'SHA1' },
          suggestions: [
            {
              messageId: 'replace',
              output: `${crypto}export const resetToken = crypto.createHash('sha256').update('x').digest('hex');`,
            },
          ],
        },
      ],
    },
    {
      name: 'a constant IV',
      code: `${crypto}export function f(k: Buffer) { const c = crypto.createCipheriv('aes-256-cbc', k, '1234567890123456'); return c.update('x'); }`,
      errors: [
        {
          messageId: 'fixed-iv',
          suggestions: [
            {
              messageId: 'replace',
              output: `${crypto}export function f(k: Buffer) { const c = crypto.createCipheriv('aes-256-cbc', k, crypto.randomBytes(16)); return c.update('x'); }`,
            },
          ],
        },
      ],
    },
    {
      name: 'ECB',
      code: `${crypto}export const f = (k: Buffer) => crypto.createCipheriv('aes-128-ecb', k, null).update('x');`,
      errors: [
        {
          messageId: 'ecb',
          suggestions: [
            {
              messageId: 'replace',
              output: `${crypto}export const f = (k: Buffer) => crypto.createCipheriv('aes-128-gcm', k, crypto.randomBytes(12)).update('x');`,
            },
          ],
        },
      ],
    },
    {
      name: 'no IV',
      code: `${crypto}export const f = () => crypto.createCipher('aes192', 'p').update('x');`,
      errors: [{ messageId: 'no-iv' }],
    },
    {
      name: 'no tag',
      code: `${crypto}export function f(k: Buffer, iv: Buffer) { const d = crypto.createDecipheriv('aes-256-gcm', k, iv); return d.update('x'); }`,
      errors: [{ messageId: 'no-tag' }],
    },
    {
      name: 'a short key',
      code: `${crypto}export const f = () => crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });`,
      errors: [
        {
          messageId: 'short-key',
          suggestions: [
            {
              messageId: 'replace',
              output: `${crypto}export const f = () => crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });`,
            },
          ],
        },
      ],
    },
    {
      name: 'PKCS #1 padding',
      code: `${crypto}export const f = (key: string, b: Buffer) => crypto.privateDecrypt({ key, padding: crypto.constants.RSA_PKCS1_PADDING }, b);`,
      errors: [
        {
          messageId: 'padding',
          suggestions: [
            {
              messageId: 'replace',
              output: `${crypto}export const f = (key: string, b: Buffer) => crypto.privateDecrypt({ key, padding: crypto.constants.RSA_PKCS1_OAEP_PADDING }, b);`,
            },
          ],
        },
      ],
    },
    {
      name: 'RSA with SHA-1',
      code: `${crypto}export const f = () => crypto.createVerify('RSA-SHA1');`,
      errors: [
        {
          messageId: 'signature',
          suggestions: [
            { messageId: 'replace', output: `${crypto}export const f = () => crypto.createVerify('RSA-SHA256');` },
          ],
        },
      ],
    },
  ],
});
