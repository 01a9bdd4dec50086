import { rule } from '../../../src/rules/input/no-log-injection.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nconst app = express();\nimport pino from 'pino';\nconst logger = pino();\n";
const errors = [{ messageId: 'flow' as const }];

ruleTester.run('no-log-injection', rule as never, {
  valid: [
    {
      name: 'a JSON logger',
      code:
        head + "app.get('/x', async (req, res) => {\n  logger.info(`login of ${req.body.name}`);\n  res.end();\n});",
    },
    {
      name: 'without line breaks',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  console.log(req.body.name.replace(/[\\r\\n]/g, ''));\n  res.end();\n});",
    },
    {
      name: 'as JSON',
      code:
        head + "app.get('/x', async (req, res) => {\n  console.log(JSON.stringify(req.body.name));\n  res.end();\n});",
    },
    {
      name: 'a number',
      code: head + "app.get('/x', async (req, res) => {\n  console.log(Number(req.query.n));\n  res.end();\n});",
    },
  ],
  invalid: [
    {
      name: 'console, with the whole message',
      code:
        head + "app.get('/x', async (req, res) => {\n  console.log('login of ' + req.body.name);\n  res.end();\n});",
      errors: [
        {
          message:
            'req.body.name is printed by console.log as it came: with a line break in it a client writes log lines of its own, and the trail of an incident lies. Log JSON, or take the line breaks out.',
        },
      ] as never,
    },
    {
      name: 'a template',
      code: head + "app.get('/x', async (req, res) => {\n  console.warn(`bad ${req.query.q}`);\n  res.end();\n});",
      errors,
    },
  ],
});
