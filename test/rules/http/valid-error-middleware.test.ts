import { rule } from '../../../src/rules/http/valid-error-middleware.js';
import { ruleTester } from '../../rule-tester.js';

const express = "import express from 'express';\nconst app = express();\n";

ruleTester.run('valid-error-middleware', rule as never, {
  valid: [
    { name: 'a handler that answers', code: `${express}app.use((err, req, res, next) => { res.sendStatus(500); });` },
    { name: 'a handler that throws on', code: `${express}app.use((err, req, res, next) => { throw err; });` },
    {
      name: 'a handler that leaves it to a function',
      code: `${express}app.use((err, req, res, next) => { render(err, res); });`,
    },
    {
      name: 'an answer from a callback',
      code: `${express}app.use((err, req, res, next) => { save(err, () => res.sendStatus(500)); });`,
    },
    { name: 'a plain middleware', code: `${express}app.use((req, res, next) => { next(); });` },
    { name: 'a function that Express is not given', code: 'export const fail = (err, req, res) => { res.end(); };' },
  ],
  invalid: [
    {
      name: 'three parameters',
      code: `${express}app.use((err, req, res) => { res.sendStatus(500); });`,
      output: `${express}app.use((err, req, res, _next) => { res.sendStatus(500); });`,
      errors: [{ messageId: 'arity', data: { first: 'err' } }],
    },
    {
      name: 'three parameters with types',
      code: `${express}function handle(err: Error, req: express.Request, res: express.Response) { res.sendStatus(500); }\napp.use(handle);`,
      output: `${express}function handle(err: Error, req: express.Request, res: express.Response, _next: unknown) { res.sendStatus(500); }\napp.use(handle);`,
      errors: [{ messageId: 'arity', line: 3 }],
    },
    {
      name: 'a fourth parameter with a default, which does not count',
      code: `${express}app.use((err, req, res, next = noop) => { res.sendStatus(500); });`,
      output: null,
      errors: [{ messageId: 'arity' }],
    },
    {
      name: 'a way without an answer',
      code: `${express}app.use((err, req, res, next) => { if (err.status) res.sendStatus(err.status); });`,
      errors: [{ messageId: 'silent', data: { library: 'Express' } }],
    },
    {
      name: 'going on without the error',
      code: `${express}app.use((err, req, res, next) => { log(err); next(); });`,
      errors: [{ messageId: 'swallows' }],
    },
  ],
});
