import { rule } from '../../../src/rules/auth/require-secure-cookies.js';
import { ruleTester } from '../../rule-tester.js';

const app = "import express from 'express';\nconst app = express();\n";
const set = (cookie: string): string => `${app}app.get('/', (req, res) => { ${cookie} });`;

ruleTester.run('require-secure-cookies', rule as never, {
  valid: [
    { name: 'all three', code: set("res.cookie('token', 't', { httpOnly: true, secure: true, sameSite: 'lax' });") },
    {
      name: 'tied to production',
      code: set("res.cookie('token', 't', { httpOnly: true, secure: isProduction, sameSite: 'strict' });"),
    },
    { name: 'a cookie of the page', code: set("res.cookie('theme', 'dark');") },
    {
      name: 'read by scripts on purpose',
      code: set("res.cookie('csrf_token', 't', { secure: true, sameSite: 'lax' });"),
    },
    { name: 'deleted', code: set("res.cookie('token', '', { maxAge: 0 });") },
    { name: 'options from elsewhere', code: set("res.cookie('token', 't', options());") },
    {
      name: 'a header with all of them',
      code: set("res.setHeader('Set-Cookie', `token=${t}; HttpOnly; Secure; SameSite=Lax`);"),
    },
    { name: 'something else called cookie', code: "jar.cookie('token', 't');" },
  ],
  invalid: [
    {
      name: 'no options',
      code: set("res.cookie('token', 't');"),
      output: set("res.cookie('token', 't', { httpOnly: true, secure: true, sameSite: 'lax' });"),
      errors: [{ messageId: 'missing' }],
    },
    {
      name: 'one is missing',
      code: set("res.cookie('session', 't', { httpOnly: true, secure: true });"),
      output: set("res.cookie('session', 't', { httpOnly: true, secure: true, sameSite: 'lax' });"),
      errors: [
        {
          messageId: 'missing',
          data: {
            cookie: "The cookie 'session'",
            flags: 'sameSite',
            why: 'other sites can make requests with it',
            code: "sameSite: 'lax'",
          },
        },
      ],
    },
    {
      name: 'switched off is only suggested',
      code: set("res.cookie('jwt', 't', { httpOnly: false, secure: true, sameSite: 'lax' });"),
      errors: [
        {
          messageId: 'missing',
          suggestions: [
            {
              messageId: 'add',
              output: set("res.cookie('jwt', 't', { httpOnly: true, secure: true, sameSite: 'lax' });"),
            },
          ],
        },
      ],
    },
    {
      name: 'across sites without secure',
      code: set("res.cookie('jwt', 't', { httpOnly: true, sameSite: 'none' });"),
      output: set("res.cookie('jwt', 't', { httpOnly: true, sameSite: 'none', secure: true });"),
      errors: [{ messageId: 'crossSite' }],
    },
    {
      name: 'a header',
      code: set("res.setHeader('Set-Cookie', 'sid=1; Path=/; Secure');"),
      output: set("res.setHeader('Set-Cookie', 'sid=1; Path=/; Secure; HttpOnly; SameSite=Lax');"),
      errors: [{ messageId: 'missing' }],
    },
  ],
});
