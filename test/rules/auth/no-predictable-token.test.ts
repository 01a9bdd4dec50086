import { rule } from '../../../src/rules/auth/no-predictable-token.js';
import { ruleTester } from '../../rule-tester.js';

ruleTester.run('no-predictable-token', rule as never, {
  valid: [
    { name: 'chance that nobody must guess', code: 'export const delay = 100 + Math.random() * 50;' },
    {
      name: 'when a token ends',
      code: 'export const tokenExpiresAt = Date.now() + 1000; export const tokenTtl = Date.now();',
    },
    { name: 'a mark of a lock', code: 'export const lockToken = `${Math.random()}`;' },
    {
      name: 'something from crypto is in it',
      code: "import { randomUUID } from 'crypto';\nexport const apiKey = `${Date.now()}-${randomUUID()}`;",
    },
    {
      name: 'a signature over the time needs the key',
      code: "import { createHmac } from 'crypto';\nexport const accessToken = createHmac('sha256', process.env.KEY!).update(String(Date.now())).digest('hex');",
    },
    { name: 'state of something else', code: 'export const state = Math.random();' },
    {
      name: 'an unknown function is given the time',
      code: 'declare const sign: any;\nexport const token = sign({ at: Date.now() });',
    },
  ],
  invalid: [
    {
      name: 'a text of base 36',
      code: 'export const accessToken = Math.random().toString(36).slice(2);',
      output: "import { randomUUID } from 'node:crypto';\nexport const accessToken = randomUUID();",
      errors: [{ messageId: 'random', data: { source: 'Math.random()', name: "'accessToken'" } }],
    },
    {
      name: 'whole numbers stay whole numbers',
      code: "import { join } from 'path';\nexport function generateOtp() { return Math.floor(Math.random() * 900000) + 100000; }\nexport { join };",
      output:
        "import { join } from 'path';\nimport { randomInt } from 'node:crypto';\nexport function generateOtp() { return randomInt(100000, 1000000); }\nexport { join };",
      errors: [{ messageId: 'random', data: { source: 'Math.random()', name: "'otp'" } }],
    },
    {
      name: 'characters added in a loop',
      code: "import crypto from 'crypto';\nexport function createPassword(n: number) { let p = ''; for (let i = 0; i < n; i++) p += 'abc'[Math.floor(Math.random() * 3)]; return p; }\nexport { crypto };",
      output:
        "import crypto from 'crypto';\nexport function createPassword(n: number) { let p = ''; for (let i = 0; i < n; i++) p += 'abc'[crypto.randomInt(3)]; return p; }\nexport { crypto };",
      errors: [{ messageId: 'random' }],
    },
    {
      name: 'the time, hashed; a number would become a text, so it is only suggested',
      code: "import { createHash } from 'crypto';\nexport const secret = createHash('md5').update('a' + Date.now()).digest('hex');",
      errors: [
        {
          messageId: 'time',
          suggestions: [
            {
              messageId: 'replace',
              output:
                "import { createHash, randomUUID } from 'crypto';\nexport const secret = createHash('md5').update('a' + randomUUID()).digest('hex');",
            },
          ],
        },
      ],
    },
    {
      name: 'a counter',
      code: 'let n = 0;\nexport const issue = () => ({ refreshToken: `r${n++}` });',
      errors: [{ messageId: 'counter', data: { source: 'n++', name: "'refreshToken'" } }],
    },
    {
      name: 'the state of an OAuth request',
      code: "import { join } from 'path';\nexport class OAuthStateStore { store() { const state = Math.random().toString(36); return state; } }\nexport { join };",
      output:
        "import { join } from 'path';\nimport { randomUUID } from 'node:crypto';\nexport class OAuthStateStore { store() { const state = randomUUID(); return state; } }\nexport { join };",
      errors: [{ messageId: 'random' }],
    },
  ],
});
