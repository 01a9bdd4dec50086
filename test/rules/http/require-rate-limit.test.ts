import { rule } from '../../../src/rules/http/require-rate-limit.js';
import { ruleTester } from '../../rule-tester.js';

const express = "import express from 'express';\nconst app = express();\n";
const limiter = "import { rateLimit } from 'express-rate-limit';\nconst limiter = rateLimit({ limit: 5 });\n";
const reported = (name: string, code: string) => ({ name, code, errors: [{ messageId: 'unlimited' as const }] });

ruleTester.run('require-rate-limit', rule as never, {
  valid: [
    {
      name: 'a limiter on the route',
      code: `${limiter}${express}app.post('/login', limiter, (req, res) => res.end());`,
    },
    {
      name: 'a limiter on the path',
      code: `${limiter}${express}app.use('/auth', limiter);\napp.post('/auth/login', (req, res) => res.end());`,
    },
    {
      name: 'a limiter in the handler',
      code: `${limiter}${express}app.post('/login', async (req, res) => { if (await tooMany(req.ip)) return res.status(429).end(); res.end(); });`,
    },
    { name: 'a logout', code: `${express}app.post('/auth/logout', (req, res) => res.end());` },
    {
      name: 'a change of password behind a login',
      code: `import passport from 'passport';\n${express}app.put('/me/password', passport.authenticate('jwt'), (req, res) => res.end());`,
    },
    {
      name: 'behind a permission',
      code: `${express}app.post('/account/invite', checkAnyPermission('users:manage'), (req, res) => res.end());`,
    },
    {
      name: 'a domain, which is verified by its records',
      code: `${express}app.post('/domains/:domain/verify', (req, res) => res.json(verify(req.body.code)));`,
    },
    { name: 'a page', code: `${express}app.get('/login', (req, res) => res.render('login'));` },
    {
      name: 'a router that nothing mounts',
      code: "import { Router } from 'express';\nexport const auth = Router();\nauth.post('/login', (req, res) => res.end());",
    },
    {
      name: 'limited by a proxy',
      code: `${express}app.post('/login', (req, res) => res.end());`,
      options: [{ setByProxy: true }],
    },
    {
      name: 'a long random token out of a mail',
      code: `${express}app.post('/auth/verify-email', (req, res) => res.json(confirm(req.body.token)));`,
    },
    {
      name: 'a handler that asks for the session itself',
      code: `import { getServerSession } from 'next-auth';\n${express}app.post('/exports/:id/send-email', async (req, res) => { const session = await getServerSession(req, res); if (!session) return res.status(401).end(); res.end(); });`,
    },
  ],
  invalid: [
    {
      name: 'a login, by its whole address',
      code: `${express}const auth = express.Router();\nauth.post('/login', (req, res) => res.end());\napp.use('/auth', auth);`,
      errors: [
        {
          message:
            'POST /auth/login takes as many tries as a client cares to send: a list of leaked passwords can be tried at full speed. Put a rate limiter before it, counted by account and by address.',
          line: 4,
        },
      ],
    },
    reported(
      'a limiter that comes after it',
      `${limiter}${express}app.post('/login', (req, res) => res.end());\napp.use(limiter);`,
    ),
    reported(
      'a password that is compared',
      `import bcrypt from 'bcrypt';\n${express}app.post('/kiosk', async (req, res) => { res.json(await bcrypt.compare(req.body.pin, hash)); });`,
    ),
    reported(
      "a login by passport's own strategy",
      `import passport from 'passport';\n${express}app.post('/login', passport.authenticate('local'), (req, res) => res.end());`,
    ),
    reported('a code', `${express}app.post('/auth/verify-otp', (req, res) => res.end());`),
  ],
});
