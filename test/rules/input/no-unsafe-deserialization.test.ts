import { rule } from '../../../src/rules/input/no-unsafe-deserialization.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nconst app = express();\nimport serialize from 'node-serialize';\nimport v8 from 'node:v8';\n";
const errors = [{ messageId: 'flow' as const }];

ruleTester.run('no-unsafe-deserialization', rule as never, {
  valid: [
    {
      name: 'JSON',
      code: head + "app.get('/x', async (req, res) => {\n  JSON.parse(req.body.text);\n  res.end();\n});",
    },
    {
      name: 'what the program wrote itself',
      code: head + "app.get('/x', async (req, res) => {\n  serialize.unserialize(SAVED);\n  res.end();\n});",
    },
  ],
  invalid: [
    {
      name: 'node-serialize, with the whole message',
      code:
        head + "app.get('/x', async (req, res) => {\n  serialize.unserialize(req.cookies.profile);\n  res.end();\n});",
      errors: [
        {
          message:
            'req.cookies.profile is read by serialize.unserialize, which builds functions and objects of any kind: reading it runs what the client wrote. Take JSON and a schema instead.',
        },
      ] as never,
    },
    {
      name: 'out of base64',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  serialize.unserialize(Buffer.from(req.cookies.p, 'base64').toString());\n  res.end();\n});",
      errors,
    },
    {
      name: 'v8',
      code: head + "app.get('/x', async (req, res) => {\n  v8.deserialize(req.body);\n  res.end();\n});",
      errors,
    },
  ],
});
