import { rule } from '../../../src/rules/http/require-return-after-response.js';
import { ruleTester } from '../../rule-tester.js';

const express = "import express from 'express';\nconst app = express();\n";
const handler = (body: string): string => `${express}app.get('/', async (req, res, next) => {\n  ${body}\n});`;
const hono = "import { Hono } from 'hono';\nconst app = new Hono();\n";

ruleTester.run('require-return-after-response', rule as never, {
  valid: [
    { name: 'a return', code: handler('if (!req.user) return res.sendStatus(401);\n  res.json({});') },
    { name: 'an else', code: handler('if (!req.user) res.sendStatus(401);\n  else res.json({});') },
    {
      name: 'a throw behind it',
      code: handler("if (!req.user) { res.sendStatus(401); throw new Error('x'); }\n  res.json({});"),
    },
    {
      name: 'the error of what comes after the answer',
      code: handler('try { res.json(1); audit(); } catch (error) { next(error); }'),
    },
    { name: 'ended twice', code: handler('res.json({});\n  res.end();') },
    {
      name: 'an error handler that tells the next',
      code: `${express}app.use((err, req, res, next) => { res.status(500).json({}); next(err); });`,
    },
    { name: 'work on purpose', code: handler('res.sendStatus(202);\n  await rebuild();') },
    {
      name: 'notes taken after a refusal',
      code: handler("if (!req.user) { res.sendStatus(401); }\n  await audit.record('seen');"),
    },
    {
      name: 'an object that is no response',
      filename: '/nowhere/app.ts',
      code: 'export const f = (res) => { if (!res.ok) res.json({}); res.json({}); };',
    },
  ],
  invalid: [
    {
      name: 'a refusal that runs on to the answer',
      code: handler('if (!req.user) res.sendStatus(401);\n  res.json({});'),
      output: handler('if (!req.user) { res.sendStatus(401); return; }\n  res.json({});'),
      errors: [
        {
          messageId: 'again',
          data: { first: 'res.sendStatus(401)', next: 'res.json({})', line: '5' },
        },
      ],
    },
    {
      name: 'in a block',
      code: handler('if (!req.user) {\n    res.status(401).json({});\n  }\n  next();'),
      output: handler('if (!req.user) {\n    res.status(401).json({}); return;\n  }\n  next();'),
      errors: [{ messageId: 'again' }],
    },
    {
      name: 'a function whose other ways give something back',
      code: handler('if (!req.user) res.sendStatus(401);\n  return res.json({});'),
      output: handler('if (!req.user) return res.sendStatus(401);\n  return res.json({});'),
      errors: [{ messageId: 'again' }],
    },
    {
      name: 'work that was refused',
      code: handler('if (!req.user) {\n    next(new Error());\n  }\n  await remove(req.params.id);'),
      output: handler('if (!req.user) {\n    next(new Error()); return;\n  }\n  await remove(req.params.id);'),
      errors: [{ messageId: 'work' }],
    },
    {
      name: 'two answers in a row: which one is meant, a person says',
      code: handler('res.json({ a: 1 });\n  res.json({ b: 1 });'),
      output: null,
      errors: [{ messageId: 'again' }],
    },
    {
      name: 'an answer that nobody gives back',
      code: `${hono}app.get('/', (c) => { if (!c.req.query('q')) { c.json({}, 400); } return c.json({}); });`,
      output: `${hono}app.get('/', (c) => { if (!c.req.query('q')) { return c.json({}, 400); } return c.json({}); });`,
      errors: [{ messageId: 'dropped', data: { first: 'c.json({}, 400)' } }],
    },
  ],
});
