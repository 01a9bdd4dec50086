import { rule } from '../../../src/rules/http/require-input-validation.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nimport { Pool } from 'pg';\nimport { z } from 'zod';\nconst pool = new Pool();\nconst app = express();\nconst save = (text) => pool.query('INSERT INTO notes (text) VALUES ($1)', [text]);\n";
const post = (body: string, before = ''): string =>
  `${head}app.post('/x', ${before}async (req, res) => {\n  ${body}\n});`;
const unchecked = { messageId: 'unchecked' as const };

ruleTester.run('require-input-validation', rule as never, {
  valid: [
    { name: 'parsed', code: post('await save(z.object({ t: z.string() }).parse(req.body).t);') },
    { name: 'a number', code: post('await save(Number(req.body.n));') },
    {
      name: 'a text by a test',
      code: post("const { t } = req.body;\n  if (typeof t !== 'string') return;\n  await save(t);"),
    },
    { name: 'before the handler', code: post('await save(req.body.t);', 'validateBody(Note), ') },
    { name: 'a path parameter', code: post('await save(req.params.id);') },
    { name: 'not used for anything', code: post('res.json(req.body);') },
    { name: 'a function whose route is unknown', code: `${head}export const create = (req) => save(req.body.text);` },
    {
      name: 'a line of a log that goes to a chat',
      code: `${head}const log = (text) => fetch('https://chat.example.com', { method: 'POST', body: text });\napp.post('/x', async (req, res) => {\n  await log('asked by ' + req.body.name);\n});`,
    },
  ],
  invalid: [
    {
      name: 'a body beside a path parameter',
      code: post("await pool.query('UPDATE notes SET text = $2 WHERE id = $1', [req.params.id, req.body.text]);"),
      errors: [unchecked],
    },
    {
      name: 'written',
      code: post('await save(req.body.t);'),
      errors: [
        {
          messageId: 'unchecked',
          data: { source: 'req.body.t', sink: 'pool.query', way: ' (by save())' },
          line: 8,
          column: 14,
        },
      ],
    },
    { name: 'asserted', code: post('const { t } = req.body as { t: string };\n  await save(t);'), errors: [unchecked] },
    {
      name: 'once for a handler',
      code: post('await save(req.body.a);\n  await save(req.body.b);'),
      errors: [unchecked],
    },
    {
      name: 'sent on',
      code: post("await fetch('https://partner.example.com/?q=' + req.query.q);"),
      errors: [unchecked],
    },
  ],
});
