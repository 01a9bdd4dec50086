import { rule } from '../../../src/rules/http/no-error-details-in-response.js';
import { ruleTester } from '../../rule-tester.js';

const express = "import express from 'express';\nconst app = express();\n";
const caught = (body: string, work = 'await load();'): string =>
  `${express}app.get('/', async (req, res) => { try { ${work} } catch (err) { ${body} } });`;

const hidden = (name: string, before: string, after: string, messageId = 'message') => ({
  name,
  code: caught(before),
  errors: [{ messageId, suggestions: [{ messageId: 'hide', output: caught(after) }] }] as never,
});

ruleTester.run('no-error-details-in-response', rule as never, {
  valid: [
    { name: 'a text of its own', code: caught("log(err.message); res.status(500).json({ error: 'failed' });") },
    {
      name: 'an own class',
      code: caught('if (err instanceof NotFound) return res.status(404).json({ error: err.message });'),
    },
    {
      name: 'outside of production',
      code: caught("res.status(500).json({ error: process.env.NODE_ENV === 'development' ? err.stack : 'failed' });"),
    },
    {
      name: 'a refusal without a database behind it',
      code: caught('res.status(401).json({ error: err.message });', 'verify(req.headers.token);'),
    },
    {
      name: 'a status that only own errors have',
      code: caught('res.status(err.statusCode).json({ error: err.message });'),
    },
    {
      name: 'the answer of another request, handed on',
      filename: '/nowhere/app.ts',
      code: `${express}app.get('/', (req, res) => { const inner = createAnswer((err) => { res.status(inner.statusCode).json(err); }); });`,
    },
    {
      name: 'a refusal where the error has no status of its own',
      filename: '/nowhere/app.ts',
      code: caught(
        "const status = typeof err.status === 'number' ? err.status : 400; res.status(status).json({ error: err.message });",
        'allow(req);',
      ),
    },
    { name: 'the code of the error', code: caught('res.status(500).json({ code: err.code });') },
    {
      name: 'a message replaced in production',
      code: caught("let { message } = err; if (isProduction) message = 'failed'; res.status(500).json({ message });"),
    },
    { name: 'a message to a log', code: caught('logger.json({ error: err.message });') },
    {
      name: 'Koa hides the message of a 500 that is thrown',
      code: "import Koa from 'koa';\nnew Koa().use(async (ctx) => { try { await load(); } catch (err) { ctx.throw(500, err.message); } });",
    },
  ],
  invalid: [
    hidden(
      'a message',
      'res.status(500).json({ error: err.message });',
      "res.status(500).json({ error: 'Internal Server Error' });",
    ),
    hidden(
      'the whole error',
      'res.status(500).json(err);',
      "res.status(500).json({ error: 'Internal Server Error' });",
      'whole',
    ),
    hidden(
      'in a text',
      'res.status(500).send(`Failed: ${err.message}`);',
      "res.status(500).send('Internal Server Error');",
    ),
    hidden(
      'with a default',
      "res.status(500).json({ error: err.message || 'failed' });",
      "res.status(500).json({ error: 'Internal Server Error' });",
    ),
    hidden(
      'a stack beside a message',
      'res.status(500).json({ error: err.message, stack: err.stack });',
      "res.status(500).json({ error: 'Internal Server Error', stack: undefined });",
      'inner',
    ),
    hidden(
      'through a name',
      'const { message } = err; res.status(500).json({ message });',
      "const { message } = err; res.status(500).json({ message: 'Internal Server Error' });",
    ),
    hidden('spread', 'res.json({ ok: false, ...err });', 'res.json({ ok: false, ...{} });', 'whole'),
    {
      name: 'the words of the code',
      code: caught('res.status(500).json({ error: err.message });'),
      errors: [
        {
          messageId: 'message',
          data: { code: 'err.message' },
          column: 102,
          suggestions: [
            { messageId: 'hide', output: caught("res.status(500).json({ error: 'Internal Server Error' });") },
          ],
        },
      ] as never,
    },
    {
      name: 'a server told to show stacks',
      code: "import { ApolloServer } from '@apollo/server';\nnew ApolloServer({ typeDefs, includeStacktraceInErrorResponses: true });",
      errors: [
        {
          message:
            'includeStacktraceInErrorResponses: true sends the stack or the text of every error to the client. Leave it to the default, and log errors on the server.',
          line: 2,
        },
      ] as never,
    },
  ],
});
