import { rule } from '../../../src/rules/http/require-csrf-protection.js';
import { ruleTester } from '../../rule-tester.js';

const guard = 'const user = (req, res, next) => (req.session.user ? next() : res.sendStatus(401));\n';
const app = (session: string, parser = 'app.use(express.urlencoded());\n'): string =>
  `import express from 'express';\nimport session from 'express-session';\n${guard}const app = express();\n${parser}app.use(session(${session}));\n`;
const route = "app.post('/transfers', user, (req, res) => res.status(201).json(req.body));";

ruleTester.run('require-csrf-protection', rule as never, {
  valid: [
    { name: 'a cookie that stays at home', code: `${app("{ cookie: { sameSite: 'lax' } }")}${route}` },
    { name: 'options from elsewhere', code: `${app('{ cookie: options }')}${route}` },
    { name: 'bodies of JSON only', code: `${app('{}', 'app.use(express.json());\n')}${route}` },
    {
      name: 'a token',
      code: `${app('{}')}app.use((req, res, next) => (req.get('x-csrf-token') === req.session.csrf ? next() : res.sendStatus(403)));\n${route}`,
    },
    { name: 'a login', code: `${app('{}')}app.post('/login', (req, res) => { req.session.user = 1; res.end(); });` },
    { name: 'PUT needs a preflight', code: `${app('{}')}app.put('/me', user, (req, res) => res.end());` },
    {
      name: 'no session',
      code: `import express from 'express';\nconst app = express();\napp.use(express.urlencoded());\napp.post('/transfers', (req, res) => res.end());`,
    },
  ],
  invalid: [
    {
      name: 'a form',
      code: `${app('{}')}${route}`,
      errors: [
        {
          message:
            'POST /transfers changes something for whoever the session\'s cookie names, and a form of any other site carries that cookie along: a page that your user visits acts in their name. Set `sameSite: "lax"` on the cookie, or ask for a CSRF token or an own origin.',
          line: 7,
        },
      ],
    },
    {
      name: 'sameSite none',
      code: `${app("{ cookie: { sameSite: 'none' } }")}${route}`,
      errors: [{ messageId: 'unprotected' as const }],
    },
    {
      name: 'no body is read',
      code: `${app('{}', 'app.use(express.json());\n')}app.post('/likes/:id', user, (req, res) => res.sendStatus(204));`,
      errors: [{ messageId: 'unprotected' as const }],
    },
  ],
});
