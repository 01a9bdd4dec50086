import { rule } from '../../../src/rules/http/no-broken-idempotency.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nimport Redis from 'ioredis';\nconst app = express();\nconst redis = new Redis();\n";
const post = (body: string): string =>
  `${head}app.post('/', async (req, res) => {\n  const key = \`idem:\${req.user.id}:\${req.get('Idempotency-Key')}\`;\n  ${body}\n});`;

ruleTester.run('no-broken-idempotency', rule as never, {
  valid: [
    {
      name: 'claimed in one step, replayed, let go of on failure',
      code: post(
        "if (!(await redis.set(key, 'pending', 'EX', 86400, 'NX'))) return res.json(JSON.parse(await redis.get(key)));\n  try { await charge(); await redis.set(key, '{}', 'EX', 86400); } catch (error) { await redis.del(key); throw error; }",
      ),
    },
    {
      name: 'a key of something else',
      code: `${head}// idempotent\napp.get('/', async (req, res) => { const page = await redis.get('page'); if (!page) await redis.set('page', 'x'); res.send(page); });`,
    },
  ],
  invalid: [
    {
      name: 'kept for ever',
      code: post("await redis.set(key, '1', 'EX', 60, 'NX');\n  await redis.set(key, 'done');"),
      output: post("await redis.set(key, '1', 'EX', 60, 'NX');\n  await redis.set(key, 'done', 'EX', 86400);"),
      errors: [{ messageId: 'forever', line: 8 }],
    },
    {
      name: 'looked up, then stored',
      code: post(
        "const stored = await redis.get(key);\n  if (stored) return res.json(JSON.parse(stored));\n  await redis.set(key, '{}', 'EX', 60);",
      ),
      errors: [{ messageId: 'race', line: 7 }],
    },
    {
      name: 'a repeat that is only refused',
      code: post(
        "if (await redis.get(key)) return res.sendStatus(409);\n  await redis.multi().set(key, '1', 'EX', 60).exec();\n  res.json({});",
      ),
      errors: [{ messageId: 'notReplayed', line: 7 }],
    },
    {
      name: 'claimed, and never finished',
      code: post(
        "if (!(await redis.set(key, '1', 'EX', 60, 'NX'))) return res.sendStatus(409);\n  await charge();\n  res.json({});",
      ),
      errors: [{ messageId: 'unfinished' }],
    },
    {
      name: 'nobody is named',
      code: post("await redis.set(key, '1', 'EX', 60, 'NX');").replace('${req.user.id}:', ''),
      errors: [{ messageId: 'unscoped', line: 6 }],
    },
    {
      name: 'made by the server',
      code: `${head}app.post('/', (req, res) => { const id = req.headers['idempotency-key'] || randomUUID(); res.json(id); });`,
      errors: [{ messageId: 'made' }],
    },
  ],
});
