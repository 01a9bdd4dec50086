import { rule } from '../../../src/rules/data/no-client-per-request.js';
import { ruleTester } from '../../rule-tester.js';

const head = "import express from 'express';\nimport { Pool } from 'pg';\nconst app = express();\n";

ruleTester.run('no-client-per-request', rule as never, {
  valid: [
    { name: 'module scope', code: `${head}const pool = new Pool();` },
    { name: 'a function that no request runs', code: `${head}export function open() { return new Pool(); }` },
    {
      name: 'made once, when first needed',
      code: `${head}let pool: Pool | undefined;\napp.get('/', (req, res) => { pool ??= new Pool(); res.end(); });`,
    },
    {
      name: 'made behind a test of what is kept',
      code: `${head}let pool: Pool | undefined;
const build = () => new Pool();
function get() { if (!pool) { const made = build(); made.on('error', console.error); pool = made; } return pool; }
app.get('/', (req, res) => { get(); res.end(); });`,
    },
    {
      name: 'kept by tenant',
      code: `${head}const pools = new Map<string, { pool: Pool }>();
const build = (url: string) => new Pool({ connectionString: url });
function get(url: string) { if (pools.has(url)) return pools.get(url); const kept = { pool: build(url) }; pools.set(url, kept); return kept; }
app.get('/', (req, res) => { get('x'); res.end(); });`,
    },
    {
      name: 'another Pool',
      code: "import express from 'express';\nimport { Pool } from './workers';\nexpress().get('/', () => { new Pool(); });",
    },
  ],
  invalid: [
    {
      name: 'in a handler',
      code: `${head}app.get('/', async (req, res) => { const pool = new Pool(); res.json(await pool.query('SELECT 1')); });`,
      errors: [{ messageId: 'handler', data: { name: 'Pool' } }],
    },
    {
      name: 'in a function that a handler calls',
      code: `${head}const open = () => new Pool();\napp.get('/', async (req, res) => { res.json(await open().query('SELECT 1')); });`,
      errors: [{ messageId: 'handler', data: { name: 'Pool' }, line: 4 }],
    },
    {
      name: 'in a loop',
      code: `${head}for (const url of process.argv) { const pool = new Pool({ connectionString: url }); void pool.query('SELECT 1'); }`,
      errors: [{ messageId: 'loop', data: { name: 'Pool' } }],
    },
  ],
});
