import { rule } from '../../../src/rules/input/no-reflected-xss.js';
import { ruleTester } from '../../rule-tester.js';

const head = "import express from 'express';\nconst app = express();\nimport escapeHtml from 'escape-html';\n";
const errors = [{ messageId: 'flow' as const }];

ruleTester.run('no-reflected-xss', rule as never, {
  valid: [
    {
      name: 'escaped',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  res.send(`<h1>${escapeHtml(req.query.name)}</h1>`);\n  res.end();\n});",
    },
    {
      name: 'JSON',
      code: head + "app.get('/x', async (req, res) => {\n  res.json({ name: req.query.name });\n  res.end();\n});",
    },
    {
      name: 'plain text',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  res.type('text/plain').send('Hello ' + req.query.name);\n  res.end();\n});",
    },
    {
      name: "an escape of one's own",
      code:
        head +
        "const esc = (s: string) => s.replace(/[&<>\"']/g, (c) => `&#${c.charCodeAt(0)};`);\napp.get('/x', async (req, res) => {\n  res.send(`<p>${esc(req.query.q)}</p>`);\n  res.end();\n});",
    },
  ],
  invalid: [
    {
      name: 'markup, with the whole message',
      code: head + "app.get('/x', async (req, res) => {\n  res.send(`<h1>${req.query.name}</h1>`);\n  res.end();\n});",
      errors: [
        {
          message:
            'req.query.name stands unescaped in the page that res.send sends: a link with <script> in it runs in the session of whoever opens it. Escape it, render it by a template that does, or answer with JSON or text/plain.',
        },
      ] as never,
    },
    {
      name: 'a text that Express calls HTML',
      code: head + "app.get('/x', async (req, res) => {\n  res.send('Hello ' + req.query.name);\n  res.end();\n});",
      errors,
    },
    {
      name: 'Koa',
      code:
        head +
        "import Router from '@koa/router';\nconst router = new Router();\nrouter.get('/x', (ctx) => {\n  ctx.body = `<p>${ctx.query.q}</p>`;\n});",
      errors,
    },
    {
      name: 'Hono',
      code:
        head +
        "import { Hono } from 'hono';\nconst hono = new Hono();\nhono.get('/x', (c) => c.html(`<p>${c.req.query('q')}</p>`));",
      errors,
    },
  ],
});
