import { rule } from '../../../src/rules/http/middleware-order.js';
import { ruleTester } from '../../rule-tester.js';

const express = "import express from 'express';\nconst app = express();\n";
const routes = "app.post('/orders', (req, res) => res.json(req.body));\n";
const onError = 'app.use((err, req, res, next) => { res.status(500).end(); });\n';
const auth =
  'function authenticate(req, res, next) { if (!req.headers.authorization) return res.sendStatus(401); next(); }\n';
const reported = (name: string, code: string, messageId: string) => ({ name, code, errors: [{ messageId }] });

ruleTester.run('middleware-order', rule as never, {
  valid: [
    {
      name: 'one sensible order',
      code: `${auth}${express}app.use(express.json());\napp.use(authenticate);\n${routes}${onError}`,
    },
    {
      name: 'public routes before a login that has routes behind it',
      code: `${auth}${express}app.get('/catalog', (req, res) => res.end());\napp.use(authenticate);\n${routes}`,
    },
    {
      name: 'a parser that keeps the raw body',
      code: `${express}app.use(express.json({ verify: keep }));\napp.post('/hook', express.raw(), (req, res) => res.end());`,
    },
    { name: 'an error handler of one part, and one at the end', code: `${express}${onError}${routes}${onError}` },
    {
      name: 'a health check before everything',
      code: `import cors from 'cors';\n${express}app.get('/health', (req, res) => res.end());\napp.use(cors());\n${routes}`,
    },
    {
      name: "Fastify's hooks, which hold wherever they stand",
      code: "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/orders', async () => ({}));\napp.addHook('preHandler', async (request) => { await request.jwtVerify(); });",
    },
    {
      name: 'a class that sets up before it routes',
      code: "import express from 'express';\nclass App { app = express();\nconstructor() { this.setUp(); this.route(); }\nroute() { this.app.post('/x', (req, res) => res.json(req.body)); }\nsetUp() { this.app.use(express.json()); } }",
    },
    {
      name: 'a login handed over with the router that it is for',
      code: `${auth}${express}const settings = express.Router();\nsettings.get('/', (req, res) => res.end());\napp.get('/settings/language', (req, res) => res.end());\napp.use('/settings', authenticate, settings);\n${onError}`,
    },
  ],
  invalid: [
    {
      name: 'an error handler before the routes',
      code: `${express}${onError}${routes}`,
      errors: [
        {
          message:
            '`this function` stands before POST /orders: errors of what comes after it never reach it, and the framework answers with a stack or not at all. Put it after the last route.',
          line: 3,
          column: 9,
        },
      ],
    },
    reported('a parser after its readers', `${express}${routes}app.use(express.json());`, 'parser-late'),
    reported(
      'the same by the order in which a class calls its methods',
      "import express from 'express';\nclass App { app = express();\nconstructor() { this.route(); this.setUp(); }\nsetUp() { this.app.use(express.json()); }\nroute() { this.app.post('/x', (req, res) => res.json(req.body)); } }",
      'parser-late',
    ),
    reported('a login that covers nothing', `${auth}${express}${routes}app.use(authenticate);`, 'covers-nothing'),
    reported(
      'everything is not found',
      `${express}app.use((req, res) => res.status(404).end());\n${routes}`,
      'not-found-first',
    ),
    reported(
      'JSON before a raw body',
      `${express}app.use(express.json());\napp.post('/hook', express.raw(), (req, res) => res.end());`,
      'json-before-raw',
    ),
    reported('CORS after routes', `import cors from 'cors';\n${express}${routes}app.use(cors());`, 'cors-late'),
    reported(
      'a limit after routes',
      `import { rateLimit } from 'express-rate-limit';\n${express}${routes}app.use(rateLimit());`,
      'limit-late',
    ),
    reported(
      'files before headers',
      `import helmet from 'helmet';\n${express}app.use(express.static('public'));\napp.use(helmet());`,
      'static-before-headers',
    ),
    reported(
      'a role before a login',
      `${auth}${express}app.put('/x', requireRole('a'), authenticate, (req, res) => res.end());`,
      'auth-after-authorization',
    ),
  ],
});
