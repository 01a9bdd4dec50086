import { rule } from '../../../src/rules/http/require-route-schema.js';
import { ruleTester } from '../../rule-tester.js';

const fastify = "import Fastify from 'fastify';\nconst app = Fastify();\n";
const nest = (decorators: string): string =>
  `import { Controller, Get } from '@nestjs/common';\nimport { ApiOkResponse } from '@nestjs/swagger';\n@Controller('orders')\nexport class Orders {\n  ${decorators}\n  list() { return []; }\n}`;

ruleTester.run('require-route-schema', rule as never, {
  valid: [
    { name: 'a schema', code: `${fastify}app.get('/orders', { schema: {} }, async () => []);` },
    { name: 'options from elsewhere', code: `${fastify}app.get('/orders', options, async () => []);` },
    { name: 'a health check', code: `${fastify}app.get('/health', async () => ({}));` },
    { name: 'a decorator', code: nest('@ApiOkResponse() @Get()') },
    {
      name: 'an output',
      code: "import { initTRPC } from '@trpc/server';\nconst t = initTRPC.create();\nexport const orders = t.procedure.output(schema).query(() => []);",
    },
  ],
  invalid: [
    {
      name: 'Fastify',
      code: `${fastify}app.get('/orders', async () => []);`,
      errors: [
        {
          message:
            'GET /orders describes nowhere what it takes and answers: clients find out by trying, and a change that breaks them shows in no diff. Give it `schema` with what it takes and answers, which Fastify also validates and serializes by.',
          line: 3,
        },
      ],
    },
    { name: 'NestJS', code: nest('@Get()'), errors: [{ messageId: 'missing' as const }] },
  ],
});
