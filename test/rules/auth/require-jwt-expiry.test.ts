import { rule } from '../../../src/rules/auth/require-jwt-expiry.js';
import { ruleTester } from '../../rule-tester.js';

const jwt = "import jwt from 'jsonwebtoken';\n";

ruleTester.run('require-jwt-expiry', rule as never, {
  valid: [
    {
      name: 'a short life',
      code: `${jwt}export const f = (p: { sub: string }) => jwt.sign(p, process.env.S!, { expiresIn: '15m' });`,
    },
    {
      name: 'a life from elsewhere',
      code: `${jwt}export const f = (sub: string) => jwt.sign({ sub }, process.env.S!, { expiresIn: process.env.TTL });`,
    },
    {
      name: 'options from elsewhere',
      code: `${jwt}export const f = (sub: string, o: object) => jwt.sign({ sub }, process.env.S!, o);`,
    },
    {
      name: 'an end in the payload',
      code: `${jwt}export const f = (sub: string) => jwt.sign({ sub, exp: Math.floor(Date.now() / 1000) + 60 }, process.env.S!);`,
    },
    {
      name: 'an end of one’s own',
      code: `${jwt}export const f = (sub: string) => jwt.sign({ sub, expiresAt: new Date() }, process.env.S!);`,
    },
    {
      name: 'a link may live longer than a login',
      code: `${jwt}export const inviteLink = (sub: string) => jwt.sign({ sub }, process.env.S!, { expiresIn: '7d' });`,
    },
    {
      name: 'longer by option',
      options: [{ maxAccessTokenLifetime: '1h' }],
      code: `${jwt}export const f = (sub: string) => jwt.sign({ sub }, process.env.S!, { expiresIn: '60m' });`,
    },
  ],
  invalid: [
    {
      name: 'no end',
      code: `${jwt}export const f = (sub: string) => jwt.sign({ sub }, process.env.S!, { issuer: 'me' });`,
      errors: [
        {
          messageId: 'endless',
          data: { call: 'sign()', how: "expiresIn: '15m'" },
          suggestions: [
            {
              messageId: 'add',
              output: `${jwt}export const f = (sub: string) => jwt.sign({ sub }, process.env.S!, { issuer: 'me', expiresIn: '15m' });`,
            },
          ],
        },
      ],
    },
    {
      name: 'too long, in seconds',
      code: `${jwt}export const f = (sub: string) => jwt.sign({ sub }, process.env.S!, { expiresIn: 60 * 60 });`,
      errors: [
        {
          messageId: 'long',
          data: {
            what: 'An access',
            lifetime: '1 hour',
            limit: '15 minutes',
            hint: ' and renew it with a refresh token',
          },
        },
      ],
    },
    {
      name: 'a refresh token has its own limit',
      code: `${jwt}export const refreshToken = (sub: string) => jwt.sign({ sub }, process.env.S!, { expiresIn: '90d' });`,
      errors: [
        {
          messageId: 'long',
          data: { what: 'A refresh', lifetime: '90 days', limit: '30 days', hint: '' },
          suggestions: [
            {
              messageId: 'shorten',
              output: `${jwt}export const refreshToken = (sub: string) => jwt.sign({ sub }, process.env.S!, { expiresIn: '30d' });`,
            },
          ],
        },
      ],
    },
  ],
});
