import { rule } from '../../../src/rules/architecture/no-any-at-boundary.js';
import { ruleTester } from '../../rule-tester.js';

const express = "import { Router, type Request } from 'express';\nconst router = Router();\n";
const post = (body: string): string => `${express}router.post('/a', (req, res) => {\n  ${body}\n});`;

ruleTester.run('no-any-at-boundary', rule as never, {
  valid: [
    { name: 'a schema', code: post('const body = schema.parse(req.body);') },
    { name: 'unknown', code: post('const body: unknown = req.body;') },
    { name: 'any elsewhere', code: 'export const merge = (a: any) => a as any;' },
  ],
  invalid: [
    { name: 'a body', code: post('const body: any = req.body;'), errors: [{ messageId: 'body', line: 4, column: 9 }] },
    { name: 'a cast', code: post('use((req as any).user);'), errors: [{ messageId: 'cast' }] },
    {
      name: 'a caught error',
      code: post('try { f(); } catch (e: any) { res.end(); }'),
      errors: [{ messageId: 'caught' }],
    },
    {
      name: 'a handler apart',
      code: 'export const f = (req: any, res) => res.json(req.body);',
      errors: [{ messageId: 'body' }],
    },
    {
      name: 'type arguments',
      code: "import fastify from 'fastify';\nfastify().post<{ Body: any }>('/a', async (request) => request.body);",
      errors: [{ messageId: 'body' }],
    },
  ],
});
