import { rule } from '../../../src/rules/input/no-template-injection.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nconst app = express();\nimport ejs from 'ejs';\nimport Handlebars from 'handlebars';\n";
const errors = [{ messageId: 'flow' as const }];

ruleTester.run('no-template-injection', rule as never, {
  valid: [
    {
      name: 'data of its own name',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  ejs.render('<%= name %>', { name: req.body.name });\n  res.end();\n});",
    },
    {
      name: "a view's data",
      code: head + "app.get('/x', async (req, res) => {\n  res.render('page', { q: req.query.q });\n  res.end();\n});",
    },
  ],
  invalid: [
    {
      name: "a template of the client's, with the whole message",
      code: head + "app.get('/x', async (req, res) => {\n  ejs.render(req.body.template, {});\n  res.end();\n});",
      errors: [
        {
          message:
            'req.body.template becomes part of the template that ejs.render runs: expressions in it are executed on the server. Keep the template constant and hand the value over as data of its own name.',
        },
      ] as never,
    },
    {
      name: 'a template put together',
      code:
        head + "app.get('/x', async (req, res) => {\n  Handlebars.compile('Dear ' + req.body.name);\n  res.end();\n});",
      errors,
    },
    {
      name: 'the whole body as data',
      code: head + "app.get('/x', async (req, res) => {\n  res.render('page', req.body);\n  res.end();\n});",
      errors,
    },
    {
      name: 'the whole query spread',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  res.render('page', { ...req.query, title: 'x' });\n  res.end();\n});",
      errors,
    },
  ],
});
