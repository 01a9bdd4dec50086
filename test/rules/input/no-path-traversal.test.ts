import { rule } from '../../../src/rules/input/no-path-traversal.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nconst app = express();\nimport fs from 'node:fs';\nimport path from 'node:path';\n";
const errors = [{ messageId: 'flow' as const }];

ruleTester.run('no-path-traversal', rule as never, {
  valid: [
    {
      name: 'a base name',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  fs.readFileSync(path.join('/data', path.basename(req.query.f)));\n  res.end();\n});",
    },
    {
      name: 'resolved and compared',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  const p = path.resolve('/data', req.query.f);\n  if (!p.startsWith('/data/')) throw new Error('x');\n  fs.readFileSync(p);\n  res.end();\n});",
    },
    {
      name: 'a relative path without ..',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  const p = path.join('/data', req.query.f);\n  if (path.relative('/data', p).startsWith('..')) throw new Error('x');\n  fs.readFileSync(p);\n  res.end();\n});",
    },
    {
      name: 'a root',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  res.sendFile(req.params.f, { root: '/data' });\n  res.end();\n});",
    },
    {
      name: 'the name of the download',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  res.download('/data/a.pdf', req.params.name);\n  res.end();\n});",
    },
    {
      name: 'a lookup',
      code:
        head +
        "const FILES = { a: '/data/a', b: '/data/b' };\napp.get('/x', async (req, res) => {\n  fs.readFileSync(FILES[req.query.f]);\n  res.end();\n});",
    },
    {
      name: 'a function that compares the resolved path with the folder or what is below',
      code:
        head +
        "const isInside = (file) => {\n  const root = path.resolve('/data');\n  const full = path.resolve(file);\n  return full === root || full.startsWith(root + path.sep);\n};\napp.get('/x', (req, res) => {\n  const file = path.join('/data', req.query.f).replace(/\\\\/g, '/');\n  if (!isInside(file)) throw new Error('x');\n  fs.readFileSync(file);\n  res.end();\n});",
    },
  ],
  invalid: [
    {
      name: 'a joined path, with the whole message',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  fs.readFile(path.join('/data', req.query.file), () => {});\n  res.end();\n});",
      errors: [
        {
          message:
            'req.query.file becomes part of the path that fs.readFile opens (by path.join()): with `../` in it a client reads or overwrites any file of the process. Take path.basename() of it, or resolve it and refuse what does not start with the folder.',
        },
      ] as never,
    },
    {
      name: 'normalize is no guard',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  fs.readFileSync('/data/' + path.normalize(req.params.name));\n  res.end();\n});",
      errors,
    },
    {
      name: 'one ../ taken out',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  fs.readFileSync('/data/' + req.query.f.replace('../', ''));\n  res.end();\n});",
      errors,
    },
    {
      name: 'a start that was not resolved',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  const p = '/data/' + req.query.f;\n  if (!p.startsWith('/data/')) throw new Error('x');\n  fs.readFileSync(p);\n  res.end();\n});",
      errors,
    },
    {
      name: 'sendFile without a root',
      code: head + "app.get('/x', async (req, res) => {\n  res.sendFile('/data/' + req.params.f);\n  res.end();\n});",
      errors,
    },
  ],
});
