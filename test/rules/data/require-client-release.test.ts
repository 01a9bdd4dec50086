import { rule } from '../../../src/rules/data/require-client-release.js';
import { ruleTester } from '../../rule-tester.js';

const head = "import { Pool } from 'pg';\nconst pool = new Pool();\n";

ruleTester.run('require-client-release', rule as never, {
  valid: [
    {
      name: 'a finally',
      code: `${head}export async function f() { const c = await pool.connect(); try { await c.query('SELECT 1'); } finally { c.release(); } }`,
    },
    { name: 'handed out', code: `${head}export async function f() { const c = await pool.connect(); return c; }` },
    {
      name: 'a connect that is no pool',
      code: 'export async function f(bus: { connect(): Promise<{ go(): void }> }) { const c = await bus.connect(); c.go(); }',
    },
  ],
  invalid: [
    {
      name: 'an error goes past the release',
      code: `${head}export async function f() {
  const c = await pool.connect();
  await c.query('SELECT 1');
  c.release();
}`,
      errors: [
        {
          messageId: 'throw',
          data: { name: 'c', release: 'release' },
          suggestions: [
            {
              messageId: 'wrap',
              data: { name: 'c', release: 'release' },
              output: `${head}export async function f() {
  const c = await pool.connect();
  try {
  await c.query('SELECT 1');
  
  } finally {
    c.release();
  }
}`,
            },
          ],
        },
      ],
    },
    {
      name: 'a return before the release, where errors are caught',
      code: `${head}export async function f(x: boolean) {
  const c = await pool.connect();
  try { if (x) return; await c.query('SELECT 1'); c.release(); } catch { c.release(); }
}`,
      errors: [{ messageId: 'return', data: { name: 'c', release: 'release' } }],
    },
    {
      name: 'never',
      code: `${head}export async function f() { const c = await pool.connect(); await c.query('SELECT 1'); }`,
      errors: [{ messageId: 'never', suggestions: 1 }],
    },
  ],
});
