import { rule } from '../../../src/rules/auth/require-jwt-claims-check.js';
import { ruleTester } from '../../rule-tester.js';

const jwt = "import jwt from 'jsonwebtoken';\n";

ruleTester.run('require-jwt-claims-check', rule as never, {
  valid: [
    { name: 'an issuer', code: `${jwt}export const f = (t: string) => jwt.verify(t, 'k', { issuer: 'me' });` },
    { name: 'options from elsewhere', code: `${jwt}export const f = (t: string, o: object) => jwt.verify(t, 'k', o);` },
    {
      name: 'compared by hand',
      code: `${jwt}export function f(t: string) { const c: any = jwt.verify(t, 'k'); if (c.iss !== 'me') throw new Error(); }`,
    },
    {
      name: 'a registration that nobody sees',
      code: "import { JwtService } from '@nestjs/jwt';\nexport class A { constructor(private j: JwtService) {} f(t: string) { return this.j.verify(t); } }",
    },
  ],
  invalid: [
    {
      name: 'neither',
      code: `${jwt}export const f = (t: string) => jwt.verify(t, 'k', { algorithms: ['HS256'] });`,
      errors: [{ messageId: 'unchecked', data: { call: 'verify()' } }],
    },
    {
      name: 'a middleware',
      code: "import { expressjwt } from 'express-jwt';\nexport const auth = expressjwt({ secret: 'k', algorithms: ['HS256'] });",
      errors: [{ messageId: 'unchecked', data: { call: 'expressjwt()' } }],
    },
  ],
});
