import { rule } from '../../../src/rules/input/no-open-redirect.js';
import { ruleTester } from '../../rule-tester.js';

const head = "import express from 'express';\nconst app = express();\n";
const errors = [{ messageId: 'flow' as const }];

ruleTester.run('no-open-redirect', rule as never, {
  valid: [
    {
      name: 'no second slash',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  const to = req.query.to;\n  if (!to.startsWith('/') || to.startsWith('//')) throw new Error('x');\n  res.redirect(to);\n  res.end();\n});",
    },
    {
      name: 'a path of this site',
      code: head + "app.get('/x', async (req, res) => {\n  res.redirect(`/users/${req.params.id}`);\n  res.end();\n});",
    },
    {
      name: 'the same origin',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  const url = new URL(req.query.to, BASE);\n  if (url.origin !== BASE) throw new Error('x');\n  res.redirect(url.href);\n  res.end();\n});",
    },
    {
      name: 'from http to https',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  res.redirect(`https://${req.headers.host}${req.url}`);\n  res.end();\n});",
    },
    {
      name: 'where a new thing is found, with 201',
      code:
        head +
        "app.post('/x', (req, res) => {\n  res.status(201).header('Location', `${req.body.name}/tags`).end();\n});",
    },
  ],
  invalid: [
    {
      name: 'a query, with the whole message',
      code: head + "app.get('/x', async (req, res) => {\n  res.redirect(req.query.next);\n  res.end();\n});",
      errors: [
        {
          message:
            'req.query.next decides where res.redirect leads the browser: a link to this site ends at any other, with a copy of the login page. Redirect to a path from a closed list, or compare the host of new URL(target, base) with your own.',
        },
      ] as never,
    },
    {
      name: 'a slash is no guard',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  const to = req.query.to;\n  if (!to.startsWith('/')) throw new Error('x');\n  res.redirect(to);\n  res.end();\n});",
      errors,
    },
    {
      name: 'the header',
      code: head + "app.get('/x', async (req, res) => {\n  res.set('Location', req.body.to);\n  res.end();\n});",
      errors,
    },
    {
      name: 'a slash in front',
      code: head + "app.get('/x', async (req, res) => {\n  res.redirect('/' + req.params.to);\n  res.end();\n});",
      errors,
    },
    {
      name: 'a default',
      code: head + "app.get('/x', async (req, res) => {\n  res.redirect(303, req.query.to ?? '/');\n  res.end();\n});",
      errors,
    },
  ],
});
