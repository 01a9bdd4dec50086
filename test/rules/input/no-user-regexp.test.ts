import { rule } from '../../../src/rules/input/no-user-regexp.js';
import { ruleTester } from '../../rule-tester.js';

const head = "import express from 'express';\nconst app = express();\n";
const errors = [{ messageId: 'flow' as const }];

ruleTester.run('no-user-regexp', rule as never, {
  valid: [
    {
      name: 'escaped',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  new RegExp(req.query.q.replace(/[.*+?^${}()|[\\]\\\\]/g, '\\\\$&'));\n  res.end();\n});",
    },
    {
      name: 'an escaper of the project',
      code:
        head +
        "const escapeRegExp = (s: string) => s.replace(/[.*+?^${}()|[\\]\\\\]/g, '\\\\$&');\napp.get('/x', async (req, res) => {\n  new RegExp(escapeRegExp(req.query.q));\n  res.end();\n});",
    },
    {
      name: 'a constant',
      code: head + "app.get('/x', async (req, res) => {\n  new RegExp('a+').test(req.query.q);\n  res.end();\n});",
    },
  ],
  invalid: [
    {
      name: 'new RegExp, with the whole message',
      code: head + "app.get('/x', async (req, res) => {\n  new RegExp(req.query.q, 'i');\n  res.end();\n});",
      errors: [
        {
          message:
            'req.query.q becomes a regular expression in new RegExp: a pattern like (a+)+$ keeps the only thread busy for minutes, for everybody. Escape it first, or compare with includes().',
        },
      ] as never,
    },
    {
      name: 'a part of one',
      code: head + "app.get('/x', async (req, res) => {\n  RegExp(`^${req.query.q}`);\n  res.end();\n});",
      errors,
    },
    {
      name: 'match',
      code: head + "app.get('/x', async (req, res) => {\n  'some text'.match(req.query.q);\n  res.end();\n});",
      errors,
    },
  ],
});
