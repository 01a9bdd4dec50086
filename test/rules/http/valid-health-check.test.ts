import { rule } from '../../../src/rules/http/valid-health-check.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import express from 'express';\nimport { Pool } from 'pg';\nconst pool = new Pool();\nconst app = express();\n";

ruleTester.run('valid-health-check', rule as never, {
  valid: [
    {
      name: 'readiness that says no',
      code: `${head}app.get('/ready', async (req, res) => { await pool.query('SELECT 1'); res.sendStatus(200); });`,
    },
    { name: 'liveness that asks nothing', code: `${head}app.get('/livez', (req, res) => { res.sendStatus(200); });` },
    { name: 'a single address for both', code: `${head}app.get('/health', (req, res) => { res.sendStatus(200); });` },
    { name: 'something already there', code: `${head}app.get('/already', (req, res) => { res.sendStatus(200); });` },
  ],
  invalid: [
    {
      name: 'readiness that asks nothing',
      code: `${head}app.get('/ready', (req, res) => { res.sendStatus(200); });`,
      errors: [{ messageId: 'asksNothing' }],
    },
    {
      name: 'readiness that never says no',
      code: `${head}app.get('/ready', async (req, res) => { const ok = await pool.query('SELECT 1').catch(() => null); res.json({ ok }); });`,
      errors: [{ messageId: 'always200' }],
    },
    {
      name: 'liveness that asks the database',
      code: `${head}app.get('/livez', async (req, res) => { await pool.query('SELECT 1'); res.sendStatus(200); });`,
      errors: [{ messageId: 'asksDatabase' }],
    },
  ],
});
