import { rule } from '../../../src/rules/input/no-code-injection.js';
import { ruleTester } from '../../rule-tester.js';

const head = "import express from 'express';\nconst app = express();\nimport vm from 'node:vm';\n";
const errors = [{ messageId: 'flow' as const }];

ruleTester.run('no-code-injection', rule as never, {
  valid: [
    {
      name: 'a map',
      code:
        head +
        "const OPS = { sum: () => 1 };\napp.get('/x', async (req, res) => {\n  OPS[req.body.op]();\n  res.end();\n});",
    },
    {
      name: 'a plugin of a list',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  if (!PLUGINS.includes(req.params.name)) throw new Error('x');\n  await import(`./plugins/${req.params.name}.js`);\n  res.end();\n});",
    },
    {
      name: 'a timer',
      code: head + "app.get('/x', async (req, res) => {\n  setTimeout(() => {}, req.body.ms);\n  res.end();\n});",
    },
  ],
  invalid: [
    {
      name: 'eval, with the whole message',
      code: head + "app.get('/x', async (req, res) => {\n  eval(req.body.code);\n  res.end();\n});",
      errors: [
        {
          message:
            'req.body.code becomes part of the program that eval runs: a client runs what it likes with the rights of the server. Look the operation up in a map of your own functions, or bind values as variables.',
        },
      ] as never,
    },
    {
      name: 'a function made of text',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  new Function('a', `return a ${req.query.op} 1`);\n  res.end();\n});",
      errors,
    },
    {
      name: 'vm',
      code: head + "app.get('/x', async (req, res) => {\n  vm.runInNewContext(req.body.code);\n  res.end();\n});",
      errors,
    },
    {
      name: 'a module by name',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  await import(`./plugins/${req.params.name}.js`);\n  res.end();\n});",
      errors,
    },
  ],
});
