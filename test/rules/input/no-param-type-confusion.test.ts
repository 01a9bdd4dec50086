import { rule } from '../../../src/rules/input/no-param-type-confusion.js';
import { ruleTester } from '../../rule-tester.js';

const head = "import express from 'express';\nconst app = express();\n";
const get = (body: string): string => `${head}app.post('/x', (req, res) => {\n  ${body}\n  res.end();\n});`;

ruleTester.run('no-param-type-confusion', rule as never, {
  valid: [
    { name: 'a text first', code: get("if (String(req.query.q).includes('<')) throw new Error('x');") },
    {
      name: 'a test of the type',
      code: get("const { q } = req.query;\n  if (typeof q !== 'string' || q.length > 9) throw new Error('x');"),
    },
    { name: 'a path parameter', code: get("if (req.params.id.includes('..')) throw new Error('x');") },
    { name: 'a header', code: get("if (req.headers.host.length > 9) throw new Error('x');") },
    { name: 'a list of the body', code: get("if (req.body.items.length === 0) throw new Error('x');") },
    { name: 'a choice that denies nothing', code: get("if (req.query.format === 'csv') return res.send('a,b');") },
    { name: 'a length that decides nothing', code: get('res.json({ length: req.query.q.length });') },
  ],
  invalid: [
    {
      name: 'a refused text',
      code: get("if (req.query.file.includes('..')) throw new Error('x');"),
      errors: [
        {
          message:
            'req.query.file is checked by .includes() as if it were a text, but a client can send a list or an object under that name: the check says yes and the value goes on. Make it a text first, or test typeof or a schema.',
          suggestions: [
            {
              messageId: 'text',
              output: get("if (String(req.query.file).includes('..')) throw new Error('x');"),
            },
          ],
        },
      ] as never,
    },
    {
      name: 'a length',
      code: get("if (req.body.password.length < 8) throw new Error('short');"),
      errors: [
        {
          messageId: 'confused',
          suggestions: [
            {
              messageId: 'text',
              output: get("if (String(req.body.password).length < 8) throw new Error('short');"),
            },
          ],
        },
      ] as never,
    },
    {
      name: 'a denied value',
      code: get("if (req.body.role === 'admin') return res.status(403).end();"),
      errors: [
        {
          messageId: 'confused',
          suggestions: [
            {
              messageId: 'text',
              output: get("if (String(req.body.role) === 'admin') return res.status(403).end();"),
            },
          ],
        },
      ] as never,
    },
  ],
});
