import { rule } from '../../../src/rules/input/no-command-injection.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nconst app = express();\nimport { exec, execFile, spawn } from 'node:child_process';\nimport { promisify } from 'node:util';\n";
const errors = [{ messageId: 'flow' as const }];

ruleTester.run('no-command-injection', rule as never, {
  valid: [
    {
      name: 'arguments without a shell',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  execFile('ping', ['-c', '1', req.query.host]);\n  res.end();\n});",
    },
    {
      name: 'a closed list',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  if (!['png', 'jpg'].includes(req.query.f)) { res.status(400).end(); return; }\n  exec('convert a.svg a.' + req.query.f);\n  res.end();\n});",
    },
    {
      name: 'a number',
      code:
        head + "app.get('/x', async (req, res) => {\n  exec(`head -n ${Number(req.query.n)} log`);\n  res.end();\n});",
    },
    {
      name: 'an anchored pattern',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  const { b } = req.body;\n  if (!/^[a-z0-9-]+$/.test(b)) throw new Error('bad');\n  exec('git show ' + b);\n  res.end();\n});",
    },
    { name: 'a constant', code: head + "app.get('/x', async (req, res) => {\n  exec('uptime');\n  res.end();\n});" },
    {
      name: 'a helper that starts a program without a shell',
      code:
        head +
        "const run = (program, args) => execFile(program, args);\napp.get('/x', (req, res) => {\n  run('docker', ['login', req.query.host]);\n  res.end();\n});",
    },
    {
      name: 'a list of texts of a schema',
      code:
        head +
        "import { z } from 'zod';\nconst Query = z.object({ flags: z.array(z.string().regex(/^--[a-z-]+$/)) });\napp.get('/x', (req, res) => {\n  const { flags } = Query.parse(req.query);\n  exec(`tool ${flags.join(' ')}`);\n  res.end();\n});",
    },
  ],
  invalid: [
    {
      name: 'a template in exec, with the whole message',
      code: head + "app.get('/x', async (req, res) => {\n  exec(`ping ${req.query.host}`);\n  res.end();\n});",
      errors: [
        {
          message:
            'req.query.host reaches the command that exec runs: `; rm -rf /` in it runs as well, with the rights of the server. Start the program by execFile() or spawn() with a list of arguments and no shell, and pick it from a closed list.',
        },
      ] as never,
    },
    {
      name: 'a promisified exec',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  await promisify(exec)('x'); const run = promisify(exec);\n  await run('ls ' + req.params.dir);\n  res.end();\n});",
      errors,
    },
    {
      name: 'a shell asked for',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  spawn('ls', [req.query.dir], { shell: true });\n  res.end();\n});",
      errors,
    },
    {
      name: 'a shell by its name',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  execFile('bash', ['-c', `ls ${req.body.dir}`]);\n  res.end();\n});",
      errors,
    },
    {
      name: 'a pattern without anchors',
      code:
        head +
        "app.get('/x', async (req, res) => {\n  if (!/[a-z]+/.test(req.query.b)) throw new Error('x');\n  exec('git show ' + req.query.b);\n  res.end();\n});",
      errors,
    },
    {
      name: 'a helper of the same file',
      code:
        head +
        "const show = (branch: string) => exec('git show ' + branch);\napp.get('/x', async (req, res) => {\n  show(req.query.b);\n  res.end();\n});",
      errors,
    },
    {
      name: "a program of the client's",
      code: head + "app.get('/x', async (req, res) => {\n  spawn(req.body.program, []);\n  res.end();\n});",
      errors,
    },
  ],
});
