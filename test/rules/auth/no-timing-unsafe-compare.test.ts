import { rule } from '../../../src/rules/auth/no-timing-unsafe-compare.js';
import { ruleTester } from '../../rule-tester.js';

const crypto = "import { createHmac } from 'node:crypto';\n";

ruleTester.run('no-timing-unsafe-compare', rule as never, {
  valid: [
    {
      name: 'a digest of contents is no secret',
      code: "import { createHash } from 'crypto';\nexport const same = (a: string, etag: string) => createHash('md5').update(a).digest('hex') === etag;",
    },
    {
      name: 'two digests tell nothing of what was hashed',
      code: `${crypto}const mac = (k: string, t: string) => createHmac('sha256', k).update(t).digest('hex');\nexport const same = (k: string, a: string, b: string) => mac(k, a) === mac(k, b);`,
    },
    { name: 'two fields of one form', code: 'export const f = (body: any) => body.password === body.confirmPassword;' },
    {
      name: 'tokens of a parser',
      code: "export const f = (token: string, other: string) => token === other || token === '{';",
    },
    { name: 'a missing secret', code: 'export const isOff = () => process.env.API_KEY === undefined;' },
    {
      name: 'the length goes first',
      code: 'export function safeEqual(a: string, b: string) {\n  if (a.length !== b.length) return false;\n  let d = 0;\n  for (let i = 0; i < a.length; i++) d |= a.charCodeAt(i) ^ b.charCodeAt(i);\n  return d === 0;\n}',
    },
    {
      name: 'the token of an ACME challenge, which everybody may know',
      code: "import express from 'express';\nexpress().get('/.well-known/acme-challenge/:token', (req, res) => { if (process.env.CHALLENGE_TOKEN === req.params.token) res.send('x'); });",
    },
    {
      name: 'a change that is to be saved',
      code: 'export const f = (req: any, org: any, updates: any) => {\n  const { licenseKey } = req.body;\n  if (licenseKey && licenseKey.trim() !== org.licenseKey) updates.licenseKey = licenseKey.trim();\n};',
    },
    {
      name: 'two settings, neither of them a client’s',
      code: 'export const differs = (payload: Payload, settings: Settings) => payload.user.settings.accessToken !== settings.options.accessToken;',
    },
  ],
  invalid: [
    {
      name: 'a signature, as text',
      code: `${crypto}export const f = (body: string, signature: string, key: string) => createHmac('sha256', key).update(body).digest('hex') === signature;`,
      errors: [
        {
          messageId: 'compare',
          data: { operator: '===', what: 'the signature' },
          suggestions: [
            {
              messageId: 'hashed',
              output:
                "import { createHmac, createHash, timingSafeEqual } from 'node:crypto';\nexport const f = (body: string, signature: string, key: string) => timingSafeEqual(createHash('sha256').update(signature).digest(), createHash('sha256').update(createHmac('sha256', key).update(body).digest('hex')).digest());",
            },
          ],
        },
      ],
    },
    {
      name: 'a key of the environment',
      code: "import crypto from 'crypto';\nexport const f = (key: string) => key !== process.env.ADMIN_API_KEY;",
      errors: [
        {
          messageId: 'compare',
          data: { operator: '!==', what: 'the key' },
          suggestions: [
            {
              messageId: 'hashed',
              output:
                "import crypto from 'crypto';\nexport const f = (key: string) => !crypto.timingSafeEqual(crypto.createHash('sha256').update(key).digest(), crypto.createHash('sha256').update(process.env.ADMIN_API_KEY!).digest());",
            },
          ],
        },
      ],
    },
    {
      name: 'Buffers are fixed',
      code: `${crypto}export const f = (body: string, given: Buffer, key: string) => { const mine = createHmac('sha256', key).update(body).digest(); return Buffer.compare(given, mine) === 0; };`,
      output:
        "import { createHmac, timingSafeEqual } from 'node:crypto';\nexport const f = (body: string, given: Buffer, key: string) => { const mine = createHmac('sha256', key).update(body).digest(); return given.length === mine.length && timingSafeEqual(given, mine); };",
      errors: [{ messageId: 'compare', data: { operator: 'Buffer.compare', what: 'the signature' } }],
    },
    {
      name: 'a helper that promises constant time',
      code: 'export const secureCompare = (a: string, b: string) => a === b;',
      errors: [{ messageId: 'helper', column: 56 }],
    },
  ],
});
