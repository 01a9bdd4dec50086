import { rule } from '../../../src/rules/http/require-security-headers.js';
import { ruleTester } from '../../rule-tester.js';

const express = "import express from 'express';\nconst app = express();\n";
const served = "app.post('/orders', (req, res) => res.sendStatus(201));\napp.listen(3000);";

ruleTester.run('require-security-headers', rule as never, {
  valid: [
    { name: 'helmet', code: `import helmet from 'helmet';\n${express}app.use(helmet());\n${served}` },
    {
      name: 'headers by hand, and no X-Powered-By',
      code: `${express}app.disable('x-powered-by');\napp.use((req, res, next) => { res.setHeader('X-Frame-Options', 'DENY'); next(); });\n${served}`,
    },
    {
      name: 'an application that nothing serves',
      code: `${express}app.post('/orders', (req, res) => res.sendStatus(201));`,
    },
    {
      name: 'a server for probes',
      code: `${express}app.get('/healthz', (req, res) => res.sendStatus(204));\napp.listen(9000);`,
    },
    {
      name: 'a server for probes, whose path may be set',
      code: `${express}const route = settings.route || '/healthz';\napp.get(route, (req, res) => res.sendStatus(204));\napp.listen(9000);`,
    },
    {
      name: 'a server of the program for itself',
      code: "import http from 'node:http';\nconst server = http.createServer((req, res) => res.end('x'));\nserver.listen(0, '127.0.0.1');",
    },
    {
      name: 'something that can not be looked into',
      code: `import { harden } from './missing.js';\n${express}harden(app);\n${served}`,
    },
    {
      name: 'a proxy sets them',
      code: `${express}app.disable('x-powered-by');\n${served}`,
      options: [{ setByProxy: true }],
    },
    {
      name: 'parts of helmet, for Koa',
      code: "import Koa from 'koa';\nimport { frameguard } from 'koa-helmet';\nconst app = new Koa();\napp.use(frameguard());\napp.use((ctx) => { ctx.body = 'x'; });\napp.listen(3000);",
    },
  ],
  invalid: [
    {
      name: 'Express, at the creation, with helmet and its import as a suggestion',
      code: `${express}${served}`,
      errors: [
        {
          message:
            'This application answers without security headers: nothing tells browsers to stay on HTTPS, to refuse framing, or not to guess content types. Add `use(helmet())`, before its routes.',
          line: 2,
          column: 13,
          suggestions: [
            {
              messageId: 'add' as const,
              output: `import express from 'express';\nimport helmet from 'helmet';\nconst app = express();\napp.use(helmet());\n${served}`,
            },
          ],
        },
      ],
    },
    {
      name: 'Express names itself',
      code: `${express}app.use((req, res, next) => { res.setHeader('X-Frame-Options', 'DENY'); next(); });\n${served}`,
      errors: [
        {
          messageId: 'poweredBy' as const,
          suggestions: [
            {
              messageId: 'add' as const,
              output: `${express}app.disable('x-powered-by');\napp.use((req, res, next) => { res.setHeader('X-Frame-Options', 'DENY'); next(); });\n${served}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a chain gets a link',
      code: "import { Hono } from 'hono';\nexport default new Hono().post('/x', (c) => c.json({}));",
      errors: [
        {
          messageId: 'missing' as const,
          suggestions: [
            {
              messageId: 'add' as const,
              output:
                "import { Hono } from 'hono';\nimport { secureHeaders } from 'hono/secure-headers';\nexport default new Hono().use(secureHeaders()).post('/x', (c) => c.json({}));",
            },
          ],
        },
      ],
    },
  ],
});
