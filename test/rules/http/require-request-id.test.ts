import { rule } from '../../../src/rules/http/require-request-id.js';
import { ruleTester } from '../../rule-tester.js';

const app = (middle = ''): string =>
  `import express from 'express';\nconst app = express();\n${middle}app.post('/x', (req, res) => res.end());\napp.listen(3000);`;

ruleTester.run('require-request-id', rule as never, {
  valid: [
    {
      name: 'a header that is taken',
      code: app("app.use((req, res, next) => { req.id = req.get('x-request-id'); next(); });\n"),
    },
    { name: 'a logger that gives ids', code: `import pino from 'pino-http';\n${app('app.use(pino());\n')}` },
    {
      name: 'Fastify, which gives ids',
      code: "import Fastify from 'fastify';\nconst app = Fastify();\napp.post('/x', async () => ({}));\napp.listen({ port: 3000 });",
    },
  ],
  invalid: [
    {
      name: 'no id, at the creation',
      code: app(),
      errors: [
        {
          message:
            'Requests of this application have no id: the log lines of one failure cannot be told from those of a hundred others, here or in the services behind. Take `X-Request-Id` or make one, before everything else, and put it on every log line and outgoing call.',
          line: 2,
          column: 13,
        },
      ],
    },
  ],
});
