import { rule } from '../../../src/rules/input/no-prototype-pollution.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nconst app = express();\nimport deepDefaults from 'defaults-deep';\nconst settings = {};\n";
const errors = [{ messageId: 'flow' as const }];

ruleTester.run('no-prototype-pollution', rule as never, {
  valid: [
    {
      name: 'keys that the object has already',
      code:
        head +
        "function trim(target) {\n  for (const key of Object.keys(target)) {\n    if (typeof target[key] === 'object') target[key] = trim(target[key]);\n    else target[key] = clean(target[key]);\n  }\n  return target;\n}\napp.post('/x', (req, res) => {\n  res.json(trim(req.body));\n});",
    },
    {
      name: 'an inner key: only this one object gets another prototype',
      code:
        head +
        "const ops = {};\napp.post('/x/:id', (req, res) => {\n  const [kind] = KINDS;\n  ops[kind][req.params.id] = build(req.body.value);\n  res.end();\n});",
    },
    {
      name: 'a Map',
      code:
        head +
        "const map = new Map();\napp.get('/x', async (req, res) => {\n  map.set(req.body.key, req.body.value);\n  res.end();\n});",
    },
    {
      name: 'names refused',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  if (['__proto__', 'constructor', 'prototype'].includes(req.body.key)) throw new Error('x');\n  settings[req.body.key] = req.body.value;\n  res.end();\n});",
    },
    {
      name: 'a fresh object',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  const filter = {};\n  filter[req.query.field] = req.query.value;\n  res.end();\n});",
    },
    {
      name: 'a flag',
      code: head + "app.get('/x', async (req, res) => {\n  settings[req.body.key] = true;\n  res.end();\n});",
    },
    {
      name: 'a copy of one level',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  for (const key of Object.keys(req.body)) settings[key] = req.body[key];\n  res.end();\n});",
    },
    {
      name: 'a list kept under a key of one object',
      code:
        head +
        "function note(errors, key, data) {\n  const list = errors.byKey[key] || [];\n  list.push(data);\n  errors.byKey[key] = list;\n}\napp.get('/x', (req, res) => {\n  const errors = { byKey: {} };\n  note(errors, req.body.key, 'x');\n  res.json(errors);\n});",
    },
    {
      name: 'an object made of a list',
      code:
        head +
        "app.get('/x', (req, res) => {\n  res.json(req.body.headers.reduce((all, each) => {\n    all[each.key] = each.value;\n    return all;\n  }, {}));\n});",
    },
  ],
  invalid: [
    {
      name: 'two keys, with the whole message',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  settings[req.body.section][req.body.key] = req.body.value;\n  res.end();\n});",
      errors: [
        {
          message:
            'req.body.section names the properties that settings[req.body.section][req.body.key] writes: with __proto__ among them a client changes every object of the process. Refuse __proto__, constructor and prototype, take keys from a closed list, or keep the data in a Map.',
        },
      ] as never,
    },
    {
      name: 'a deep merge of a library',
      code: head + "app.get('/x', async (req, res) => {\n  deepDefaults(settings, req.body);\n  res.end();\n});",
      errors,
    },
    {
      name: "a client's value under a client's key",
      code: head + "app.get('/x', async (req, res) => {\n  settings[req.body.key] = req.body.value;\n  res.end();\n});",
      errors,
    },
    {
      name: 'a merge that calls itself',
      code:
        head +
        "function merge(target: any, source: any) {\n  for (const key in source) {\n    if (typeof source[key] === 'object') merge(target[key], source[key]);\n    else target[key] = source[key];\n  }\n}\napp.get('/x', async (req, res) => {\n  merge(settings, req.body);\n  res.end();\n});",
      errors,
    },
    {
      name: 'a setter that walks a path',
      code:
        head +
        "function set(target: any, path: string, value: unknown) {\n  let current = target;\n  const keys = path.split('.');\n  for (const key of keys.slice(0, -1)) current = current[key];\n  current[keys[keys.length - 1]] = value;\n}\napp.get('/x', async (req, res) => {\n  set(settings, req.body.path, req.body.value);\n  res.end();\n});",
      errors,
    },
  ],
});
