import { rule } from '../../../src/rules/auth/require-jwt-algorithms.js';
import { ruleTester } from '../../rule-tester.js';

const jwt = "import jwt from 'jsonwebtoken';\n";

ruleTester.run('require-jwt-algorithms', rule as never, {
  valid: [
    {
      name: 'a list',
      code: `${jwt}export const f = (t: string) => jwt.verify(t, process.env.JWT_PUBLIC_KEY!, { algorithms: ['RS256'] });`,
    },
    {
      name: 'a plain secret, which version 9 checks by HMAC alone',
      code: `${jwt}export const f = (t: string) => jwt.verify(t, process.env.JWT_SECRET!);`,
    },
    {
      name: 'options that may name it',
      code: `${jwt}export const f = (t: string, o: object) => jwt.verify(t, process.env.JWT_PUBLIC_KEY!, o);`,
    },
    {
      name: 'jose goes by the key',
      code: "import { jwtVerify } from 'jose';\nexport const f = (t: string, k: CryptoKey) => jwtVerify(t, k);",
    },
  ],
  invalid: [
    {
      name: 'a public key, and nothing signs here',
      code: `${jwt}export const f = (t: string) => jwt.verify(t, process.env.JWT_PUBLIC_KEY!);`,
      errors: [
        {
          messageId: 'missing',
          suggestions: [
            {
              messageId: 'pin',
              output: `${jwt}export const f = (t: string) => jwt.verify(t, process.env.JWT_PUBLIC_KEY!, { algorithms: ['RS256'] });`,
            },
          ],
        },
      ],
    },
    {
      name: 'a plain secret, strictly',
      options: [{ plainSecrets: true }],
      code: `${jwt}export const s = (p: object) => jwt.sign(p, process.env.JWT_SECRET!, { algorithm: 'HS512' });\nexport const f = (t: string) => jwt.verify(t, process.env.JWT_SECRET!);`,
      output: `${jwt}export const s = (p: object) => jwt.sign(p, process.env.JWT_SECRET!, { algorithm: 'HS512' });\nexport const f = (t: string) => jwt.verify(t, process.env.JWT_SECRET!, { algorithms: ['HS512'] });`,
      errors: [{ messageId: 'missing', data: { call: 'verify()', algorithm: "'HS512'" } }],
    },
    {
      name: 'a mixed list',
      code: `${jwt}export const f = (t: string, k: string) => jwt.verify(t, k, { algorithms: ['RS256', 'HS256'] });`,
      errors: [
        {
          messageId: 'mixed',
          suggestions: [
            {
              messageId: 'pin',
              output: `${jwt}export const f = (t: string, k: string) => jwt.verify(t, k, { algorithms: ['HS256'] });`,
            },
          ],
        },
      ],
    },
    {
      name: 'none',
      code: `${jwt}export const f = (t: string) => jwt.verify(t, process.env.JWT_PUBLIC_KEY!, { algorithms: ['none'] });`,
      errors: [
        {
          messageId: 'none',
          suggestions: [
            {
              messageId: 'pin',
              output: `${jwt}export const f = (t: string) => jwt.verify(t, process.env.JWT_PUBLIC_KEY!, { algorithms: ['RS256'] });`,
            },
          ],
        },
      ],
    },
    {
      name: 'what the token asks for',
      code: `${jwt}export function f(t: string) { const d = jwt.decode(t, { complete: true })!; return jwt.verify(t, process.env.JWT_PUBLIC_KEY!, { algorithms: [d.header.alg] }); }`,
      errors: [
        {
          messageId: 'fromToken',
          suggestions: [
            {
              messageId: 'pin',
              output: `${jwt}export function f(t: string) { const d = jwt.decode(t, { complete: true })!; return jwt.verify(t, process.env.JWT_PUBLIC_KEY!, { algorithms: ['RS256'] }); }`,
            },
          ],
        },
      ],
    },
  ],
});
