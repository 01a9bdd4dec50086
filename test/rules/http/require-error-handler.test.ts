import { rule } from '../../../src/rules/http/require-error-handler.js';
import { ruleTester } from '../../rule-tester.js';

const express = "import express from 'express';\nconst app = express();\n";
const served = "app.post('/orders', (req, res) => res.end());\n";
const listen = 'app.listen(3000);';

ruleTester.run('require-error-handler', rule as never, {
  valid: [
    {
      name: 'four parameters',
      code: `${express}${served}app.use((err, req, res, next) => res.status(500).end());\n${listen}`,
    },
    {
      name: 'a package that is handed the application',
      code: `import * as Sentry from '@sentry/node';\n${express}${served}Sentry.setupExpressErrorHandler(app);\n${listen}`,
    },
    { name: 'an application that nothing serves', code: `${express}${served}` },
    {
      name: 'Fastify answers errors itself',
      code: "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/x', async () => ({}));\napp.listen({ port: 3000 });",
    },
    {
      name: "Koa's error event",
      code: "import Koa from 'koa';\nimport Router from '@koa/router';\nconst app = new Koa();\nconst router = new Router();\nrouter.post('/x', () => {});\napp.on('error', console.error);\napp.use(router.routes());\napp.listen(3000);",
    },
  ],
  invalid: [
    {
      name: 'Express, at the creation',
      code: `${express}${served}${listen}`,
      errors: [
        {
          message:
            'Nothing handles the errors of this application: Express sends the stack to the client unless NODE_ENV is "production", and an HTML page then. After the last route, add `app.use((err, req, res, next) => …)` that logs it and answers with a body of your own.',
          line: 2,
          column: 13,
        },
      ],
    },
    {
      name: 'Koa',
      code: "import Koa from 'koa';\nimport Router from '@koa/router';\nconst app = new Koa();\nconst router = new Router();\nrouter.post('/x', () => {});\napp.use(router.routes());\napp.listen(3000);",
      errors: [{ messageId: 'missing' as const }],
    },
  ],
});
