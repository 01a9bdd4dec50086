import { rule } from '../../../src/rules/auth/no-unverified-jwt.js';
import { ruleTester } from '../../rule-tester.js';

const jwt = "import jwt from 'jsonwebtoken';\n";

ruleTester.run('no-unverified-jwt', rule as never, {
  valid: [
    {
      name: 'only the key’s id',
      code: `${jwt}export const f = (token: string) => jwt.decode(token, { complete: true })?.header.kid;`,
    },
    {
      name: 'verified as well',
      code: `${jwt}export function f(token: string) { jwt.verify(token, 'k'); const p = jwt.decode(token) as any; return p.sub; }`,
    },
    {
      name: 'an answer of the provider',
      code: `${jwt}export async function f() { const r = await (await fetch('https://x')).json(); return jwt.decode(r.id_token).email; }`,
    },
    {
      name: 'a text that is no token',
      code: "export const f = (line: string) => Buffer.from(line.split('.')[1]!, 'base64').toString();",
    },
    { name: 'a check that throws', code: `${jwt}export function f(token: string) { jwt.verify(token, 'k'); }` },
    {
      name: 'an id token that the issuer itself has just given',
      code: `${jwt}export async function signIn(code: string) { const { id_token } = await getTokens(code); const claims = jwt.decode(id_token) as { email: string }; return findUser(claims.email); }`,
    },
  ],
  invalid: [
    {
      name: 'decoded',
      code: `${jwt}export const f = (token: string) => (jwt.decode(token) as any).sub;`.replace(
        '(jwt.decode(token) as any)',
        'jwt.decode(token)',
      ),
      errors: [{ messageId: 'decoded', data: { call: 'jwt.decode()', value: '' } }],
    },
    {
      name: 'by hand',
      code: "export function f(req: any) { const t = req.headers.authorization; const c = JSON.parse(Buffer.from(t.split('.')[1], 'base64').toString()); return c.userId; }",
      errors: [{ messageId: 'split' }],
    },
    {
      name: 'expired tokens',
      code: `${jwt}export const f = (t: string) => jwt.verify(t, 'k', { ignoreExpiration: true });`,
      errors: [{ messageId: 'expired' }],
    },
    {
      name: 'an error nobody looks at',
      code: `${jwt}export const f = (t: string, next: any) => jwt.verify(t, 'k', (err, claims) => next(claims));`,
      errors: [{ messageId: 'errorDropped' }],
    },
    {
      name: 'nobody waits',
      code: "import { jwtVerify } from 'jose';\nexport function f(t: string, k: CryptoKey) { jwtVerify(t, k); }",
      errors: [{ messageId: 'notAwaited' }],
    },
    {
      name: 'noVerify',
      code: "import jwt from 'jwt-simple';\nexport const f = (t: string) => jwt.decode(t, 'k', true, 'HS256');",
      errors: [{ messageId: 'noVerify' }],
    },
    {
      name: 'the option for signing',
      code: `${jwt}export const f = (t: string) => jwt.verify(t, 'k', { algorithm: 'HS256' });`,
      errors: [{ messageId: 'ignoredOption', data: { call: '', value: "'HS256'" } }],
    },
  ],
});
