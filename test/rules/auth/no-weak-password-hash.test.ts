import { rule } from '../../../src/rules/auth/no-weak-password-hash.js';
import { ruleTester } from '../../rule-tester.js';

const crypto = "import { createHash, scryptSync, pbkdf2Sync } from 'node:crypto';\n";
const bcrypt = "import bcrypt from 'bcryptjs';\n";

ruleTester.run('no-weak-password-hash', rule as never, {
  valid: [
    {
      name: 'a hash of a token',
      code: `${crypto}export const f = (resetToken: string) => createHash('sha256').update(resetToken).digest('hex');`,
    },
    {
      name: 'before a slow one',
      code: `${crypto}${bcrypt}export const f = (password: string) => bcrypt.hash(createHash('sha256').update(password).digest('base64'), 12);`,
    },
    {
      name: 'leaked passwords',
      code: `${crypto}// api.pwnedpasswords.com\nexport const f = (password: string) => createHash('sha1').update(password).digest('hex').slice(0, 5);`,
    },
    {
      name: 'enough rounds',
      code: `${bcrypt}export const f = async (password: string) => bcrypt.hash(password, await bcrypt.genSalt(10));`,
    },
    {
      name: 'rounds from elsewhere',
      code: `${bcrypt}export const f = (password: string, rounds: number) => bcrypt.hash(password, rounds);`,
    },
    { name: 'a key from a secret', code: `${crypto}export const key = scryptSync(process.env.SECRET!, 'salt', 32);` },
    {
      name: 'less memory, more iterations',
      code: "import argon2 from 'argon2';\nexport const f = (password: string) => argon2.hash(password, { memoryCost: 7168, timeCost: 5 });",
    },
    { name: 'two fields of a form', code: 'export const f = (form: any) => form.password === form.repeatedPassword;' },
    {
      name: 'the answer to a challenge',
      code: `${crypto}export const f = (password: string, nonce: string) => createHash('md5').update(nonce + password).digest('hex');`,
    },
    {
      name: 'a key for a cipher',
      code: "import { createCipheriv, createHash } from 'node:crypto';\nexport function hide(text: string, password: string, iv: Buffer) {\n  const key = createHash('sha256').update(password).digest();\n  return createCipheriv('aes-256-gcm', key, iv).update(text);\n}",
    },
  ],
  invalid: [
    {
      name: 'MD5',
      code: `${crypto}export const f = (password: string) => createHash('md5').update(password).digest('hex');`,
      errors: [{ messageId: 'fast', data: { by: 'MD5' }, column: 40 }],
    },
    {
      name: 'bcrypt',
      code: `${bcrypt}export const f = (password: string) => bcrypt.hashSync(password, 4);`,
      errors: [{ messageId: 'cost', data: { what: 'bcrypt with 4 rounds', least: '10 rounds' } }],
    },
    {
      name: 'PBKDF2',
      code: `${crypto}export const f = (password: string) => pbkdf2Sync(password, 's', 1000, 64, 'sha512');`,
      errors: [
        { messageId: 'cost', data: { what: 'PBKDF2-HMAC-SHA-512 with 1,000 iterations', least: '210,000 iterations' } },
      ],
    },
    {
      name: 'scrypt by default',
      code: `${crypto}export const f = (password: string) => scryptSync(password, 's', 64);`,
      errors: [
        {
          messageId: 'cost',
          data: { what: 'scrypt with N = 16384, r = 8, p = 1', least: 'N = 131072 (2^17), r = 8, p = 1' },
        },
      ],
    },
    {
      name: 'Argon2',
      code: "import argon2 from 'argon2';\nexport const f = (password: string) => argon2.hash(password, { memoryCost: 4096 });",
      errors: [
        { messageId: 'cost', data: { what: 'Argon2 with 4 MiB and 3 iterations', least: '19 MiB and 2 iterations' } },
      ],
    },
    {
      name: 'as it is stored',
      code: 'export const f = (user: any, password: string) => user.password === password;',
      errors: [{ messageId: 'plain' }],
    },
    {
      name: 'encrypted',
      code: "import CryptoJS from 'crypto-js';\nexport const registerUser = (password: string) => CryptoJS.AES.encrypt(password, 'k');",
      errors: [{ messageId: 'reversible', data: { by: 'AES' } }],
    },
  ],
});
