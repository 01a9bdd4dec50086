import { rule } from '../../../src/rules/auth/no-sensitive-jwt-claims.js';
import { ruleTester } from '../../rule-tester.js';

const jwt = "import jwt from 'jsonwebtoken';\n";
const sign = (payload: string): string =>
  `${jwt}export const f = (user: any, password: string) => jwt.sign(${payload}, 'k', { expiresIn: '15m' });`;

ruleTester.run('no-sensitive-jwt-claims', rule as never, {
  valid: [
    { name: 'an id and a role', code: sign('{ sub: user.id, role: user.role }') },
    {
      name: 'whether there is one',
      code: sign('{ sub: user.id, hasPassword: !!password, passwordChangedAt: user.changed }'),
    },
    { name: 'a user of unknown columns', code: sign('user') },
    { name: 'the hash of a session', code: sign('{ sub: user.id, hash: user.sessionHash }') },
  ],
  invalid: [
    {
      name: 'a password',
      code: sign('{ sub: user.id, password }'),
      errors: [{ messageId: 'claim', data: { name: 'password' } }],
    },
    {
      name: 'its hash under another name',
      code: sign('{ sub: user.id, v: user.passwordHash }'),
      errors: [{ messageId: 'claim', data: { name: 'passwordHash' } }],
    },
    {
      name: 'a number of a card',
      code: sign('{ sub: user.id, card: { cardNumber: user.n } }'),
      errors: [{ messageId: 'claim', data: { name: 'cardNumber' } }],
    },
    {
      name: 'a row with all its columns',
      code: `${jwt}import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\nexport async function f(id: string) { const user = await prisma.user.findUnique({ where: { id } }); return jwt.sign({ user }, 'k', { expiresIn: '15m' }); }`,
      errors: [{ messageId: 'record', data: { name: 'user' } }],
    },
  ],
});
