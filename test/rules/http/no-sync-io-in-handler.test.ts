import { rule } from '../../../src/rules/http/no-sync-io-in-handler.js';
import { ruleTester } from '../../rule-tester.js';

const head = "import express from 'express';\nimport fs from 'node:fs';\nconst app = express();\n";

ruleTester.run('no-sync-io-in-handler', rule as never, {
  valid: [
    {
      name: 'when the module is loaded',
      code: `${head}const page = fs.readFileSync('x');\napp.get('/', (req, res) => res.send(page));`,
    },
    { name: 'a function that nobody calls', code: `${head}export function read() { return fs.readFileSync('x'); }` },
    {
      name: 'a method of its own',
      code: `${head}const store = { readSync() {} };\napp.get('/', (req, res) => res.send(store.readSync()));`,
    },
    {
      name: 'once',
      code: `${head}let cached;\napp.get('/', (req, res) => { cached ??= fs.readFileSync('x'); res.send(cached); });`,
    },
    {
      name: "a folder's entry, looked at in a function that a handler calls",
      code: `${head}const ensure = () => { if (!fs.existsSync('x')) fs.mkdirSync('x'); };\napp.get('/', (req, res) => { ensure(); res.end(); });`,
    },
    {
      name: 'a file two calls away',
      code: `${head}const read = () => fs.readFileSync('x');\nconst page = () => read();\napp.get('/', (req, res) => { res.send(page()); });`,
    },
  ],
  invalid: [
    {
      name: 'in a handler',
      code: `${head}app.get('/', (req, res) => { res.send(fs.readFileSync('x')); });`,
      errors: [
        { messageId: 'sync', data: { call: 'readFileSync', instead: 'await readFile() of node:fs/promises' }, line: 4 },
      ],
    },
    {
      name: 'in a function that a handler calls, in a callback',
      code: `${head}const read = (names) => names.map((name) => fs.readFileSync(name));\napp.get('/', (req, res) => { res.send(read(['x'])); });`,
      errors: [{ messageId: 'sync', line: 4 }],
    },
    {
      name: 'a password',
      code: "import express from 'express';\nimport bcrypt from 'bcryptjs';\nexpress().post('/', (req, res) => { res.json(bcrypt.compareSync(req.body.a, 'b')); });",
      errors: [{ messageId: 'sync', data: { call: 'compareSync', instead: 'await compare()' } }],
    },
  ],
});
