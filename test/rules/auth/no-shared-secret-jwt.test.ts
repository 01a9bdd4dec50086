import { rule } from '../../../src/rules/auth/no-shared-secret-jwt.js';
import { ruleTester } from '../../rule-tester.js';

const jwt = "import jwt from 'jsonwebtoken';\n";
const told = [{ architecture: 'distributed' }];
const evidence = 'this system is said to be distributed (option architecture)';

ruleTester.run('no-shared-secret-jwt', rule as never, {
  valid: [
    {
      name: 'nothing says that another service holds the secret',
      code: `${jwt}export const f = (p: object) => jwt.sign(p, process.env.JWT_SECRET!, { algorithm: 'HS256' });`,
    },
    {
      name: 'a key pair',
      options: told,
      code: `${jwt}export const f = (p: object) => jwt.sign(p, process.env.JWT_PRIVATE_KEY!, { algorithm: 'RS256' });`,
    },
    {
      name: 'a verification that names no algorithm',
      options: told,
      code: `${jwt}export const f = (t: string) => jwt.verify(t, process.env.JWT_SECRET!);`,
    },
    {
      name: 'options that may name another algorithm',
      options: told,
      code: `${jwt}export const f = (p: object, o: object) => jwt.sign(p, process.env.JWT_SECRET!, o);`,
    },
    {
      name: 'a secret for links that only their own service reads',
      options: told,
      code: `${jwt}export const f = (p: object) => jwt.sign(p, process.env.EMAIL_LINK_SECRET!, { algorithm: 'HS256' });`,
    },
    {
      name: 'a secret of a third party, whose protocol asks for HS256',
      options: told,
      code: `${jwt}export const f = (p: object) => jwt.sign(p, process.env.METABASE_SECRET_KEY!, { algorithm: 'HS256' });`,
    },
    {
      name: 'a secret that can be anything',
      options: told,
      code: `${jwt}export const f = (p: object, secret: string) => jwt.sign(p, secret, { algorithm: 'HS256' });`,
    },
    {
      name: 'the user says that the system is one service',
      options: [{ architecture: 'single' }],
      code: `${jwt}export const f = (p: object) => jwt.sign(p, process.env.A_SECRET!, { algorithm: 'HS256', audience: 'ledger-service' });`,
    },
    {
      name: 'a sign of another library',
      options: told,
      code: "import { sign } from './own.js';\nexport const f = (jwt: object) => sign(jwt, process.env.JWT_SECRET, { algorithm: 'HS256' });",
    },
  ],
  invalid: [
    {
      name: 'the option that names it',
      options: told,
      code: `${jwt}export const f = (p: object) => jwt.sign(p, process.env.JWT_SECRET!, { algorithm: 'HS384' });`,
      errors: [
        {
          messageId: 'shared',
          data: { algorithm: 'HS384', secret: 'JWT_SECRET', evidence },
          line: 2,
          column: 83,
          suggestions: [
            {
              messageId: 'keyPair',
              data: { algorithm: 'RS256', code: 'JWT_PRIVATE_KEY' },
              output: `${jwt}export const f = (p: object) => jwt.sign(p, process.env.JWT_PRIVATE_KEY!, { algorithm: 'RS256' });`,
            },
            {
              messageId: 'keyPair',
              data: { algorithm: 'ES256', code: 'JWT_PRIVATE_KEY' },
              output: `${jwt}export const f = (p: object) => jwt.sign(p, process.env.JWT_PRIVATE_KEY!, { algorithm: 'ES256' });`,
            },
          ],
        },
      ],
    },
    {
      name: 'the call that takes the default',
      options: told,
      code: "const { encode } = require('jwt-simple');\nexports.f = (p) => encode(p, process.env['EVENT_SECRET']);",
      errors: [
        {
          messageId: 'byDefault',
          data: { algorithm: 'HS256', call: 'encode', secret: 'EVENT_SECRET', evidence },
          line: 2,
          column: 20,
          endColumn: 26,
          suggestions: [
            {
              messageId: 'keyPair',
              data: { algorithm: 'RS256', code: 'EVENT_PRIVATE_KEY' },
              output:
                "const { encode } = require('jwt-simple');\nexports.f = (p) => encode(p, process.env['EVENT_PRIVATE_KEY'], 'RS256');",
            },
          ],
        },
      ],
    },
    {
      name: 'an object of options is reported once, however many calls take it',
      options: told,
      code: `${jwt}const options = { algorithm: 'HS256' } as const;\nexport const f = (p: object) => [jwt.sign(p, process.env.JWT_SECRET!, options), jwt.sign(p, process.env.JWT_SECRET!, options)];`,
      errors: [{ messageId: 'shared', line: 2, column: 30 }],
    },
    {
      name: 'an audience that is another service is evidence by itself',
      code: `${jwt}export const f = (p: object) => jwt.sign(p, process.env.A_SECRET!, { algorithm: 'HS256', audience: 'ledger-service' });`,
      errors: [
        {
          messageId: 'shared',
          data: {
            algorithm: 'HS256',
            secret: 'A_SECRET',
            evidence: 'tokens signed with A_SECRET are for ledger-service to check',
          },
          suggestions: ['RS256', 'ES256'].map((algorithm) => ({
            messageId: 'keyPair',
            data: { algorithm, code: 'A_PRIVATE_KEY' },
            output: `${jwt}export const f = (p: object) => jwt.sign(p, process.env.A_PRIVATE_KEY!, { algorithm: '${algorithm}', audience: 'ledger-service' });`,
          })),
        },
      ],
    },
    {
      name: 'a builder in a variable',
      options: told,
      code: "import { SignJWT } from 'jose';\nexport async function f() {\n  const token = new SignJWT({});\n  token.setProtectedHeader({ alg: 'HS256' });\n  return token.sign(new TextEncoder().encode(process.env.JWT_SECRET));\n}",
      errors: [{ messageId: 'shared', line: 4, column: 35 }],
    },
  ],
});
