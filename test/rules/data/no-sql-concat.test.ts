import { rule } from '../../../src/rules/data/no-sql-concat.js';
import { ruleTester } from '../../rule-tester.js';

const pg = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const mysql = "import { createPool } from 'mysql2/promise';\nconst pool = createPool({});\n";
const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";

ruleTester.run('no-sql-concat', rule as never, {
  valid: [
    {
      name: 'bound values',
      code: `${pg}export const f = (id: string) => pool.query('SELECT 1 FROM t WHERE id = $1', [id]);`,
    },
    {
      name: 'a wrapper that hands its text on',
      code: `${pg}export const query = (text: string, values: unknown[]) => pool.query(text, values);`,
    },
    {
      name: 'a member guarded together with its object',
      code: `${pg}export function f(o?: { sort: string }) { if (o && !['a', 'b'].includes(o.sort)) throw new Error(); return pool.query(\`SELECT id FROM t ORDER BY \${o.sort}\`); }`,
    },
    {
      name: 'a default written over a value that is not on the list',
      code: `${pg}export function f(sort: string) { if (!['a', 'b'].includes(sort)) sort = 'a'; return pool.query(\`SELECT id FROM t ORDER BY \${sort}\`); }`,
    },
    {
      name: 'an anchored pattern',
      code: `${pg}export function f(t: string) { if (!/^[a-z_]+$/.test(t)) throw new Error(); return pool.query(\`SELECT id FROM \${t}\`); }`,
    },
    {
      name: 'callers that all pass constants',
      code: `${pg}const count = (t: string) => pool.query(\`SELECT count(*) FROM \${t}\`);\nexport const all = () => [count('a'), count('b')];`,
    },
    {
      name: 'names that a class is made with',
      code: `${pg}export class Repo { constructor(private readonly table: string) {} all() { return pool.query(\`SELECT id FROM \${this.table} LIMIT 5\`); } }`,
    },
    {
      name: 'another query method, and text that reads as SQL',
      code: 'class Bus { query(text: string) { return text.length; } }\nexport const f = (x: string) => new Bus().query(`SELECT a FROM b WHERE c = ${x}`);',
    },
    {
      name: 'a test',
      filename: 'user.test.ts',
      code: `${pg}export const f = (id: string) => pool.query(\`SELECT 1 FROM t WHERE id = '\${id}'\`);`,
    },
    {
      name: 'names put in quotes by a function that is called after it',
      code: `${pg}const quoteIdentifier = (name: string) => '"' + name + '"';\nconst quoteQualifiedIdentifier = (schema: string, name: string) => quoteIdentifier(schema) + '.' + quoteIdentifier(name);\nexport const f = (schema: string, name: string) => pool.query('SELECT 1 FROM ' + quoteQualifiedIdentifier(schema, name));`,
    },
    {
      name: "the deployment's schema and time limit",
      code: `${pg}declare const app: any;\nexport const f = async () => { await pool.query(\`SET search_path TO \${app.config.db.schema}\`); await pool.query(\`SET statement_timeout = \${app.config.statementTimeout}\`); };`,
    },
    {
      name: 'a name that a function makes of a constant',
      code: `${pg}declare const naming: any;\nconst resolveColumn = (name: string) => naming.columnName(name, '');\nexport const f = (id: string) => pool.query(\`SELECT 1 FROM t WHERE \${resolveColumn('projectId')} = $1\`, [id]);`,
    },
  ],
  invalid: [
    {
      name: 'a value in quotes',
      code: `${pg}export const f = (id: string) => pool.query(\`SELECT 1 FROM t WHERE id = '\${id}'\`);`,
      output: `${pg}export const f = (id: string) => pool.query('SELECT 1 FROM t WHERE id = $1', [id]);`,
      errors: [
        {
          messageId: 'value',
          data: { hole: 'id', client: 'pool.query', how: ' ($1 and the list of values)' },
          line: 3,
          column: 45,
          endColumn: 81,
        },
      ],
    },
    {
      name: 'lines and a constant table stay',
      code: `${mysql}const T = 'users';\nexport const f = (n: string) => pool.query(\`\n  SELECT id FROM \${T}\n  WHERE name = '\${n}'\n\`);`,
      output: `${mysql}const T = 'users';\nexport const f = (n: string) => pool.query(\`\n  SELECT id FROM \${T}\n  WHERE name = ?\n\`, [n]);`,
      errors: [{ messageId: 'value' }],
    },
    {
      name: 'values before and after one that is bound already',
      code: `${mysql}export const f = (a: string, b: string, c: string) => pool.query("SELECT 1 FROM t WHERE a = '" + a + "' AND b = ? AND c = '" + c + "'", [b]);`,
      output: `${mysql}export const f = (a: string, b: string, c: string) => pool.query('SELECT 1 FROM t WHERE a = ? AND b = ? AND c = ?', [a, b, c]);`,
      errors: [{ messageId: 'value' }],
    },
    {
      name: 'a callback comes last',
      code: `import { createPool } from 'mysql2';\nconst pool = createPool({});\nexport const f = (n: string) => pool.query(\`SELECT 1 FROM t WHERE n = '\${n}'\`, (e: unknown) => e);`,
      output: `import { createPool } from 'mysql2';\nconst pool = createPool({});\nexport const f = (n: string) => pool.query('SELECT 1 FROM t WHERE n = ?', [n], (e: unknown) => e);`,
      errors: [{ messageId: 'value' }],
    },
    {
      name: 'a name has no fix',
      code: `${pg}export const f = (by: string) => pool.query(\`SELECT 1 FROM t ORDER BY \${by}\`);`,
      output: null,
      errors: [{ messageId: 'name', data: { hole: 'by', client: 'pool.query' } }],
    },
    {
      name: 'one text sent twice is one finding',
      code: `${pg}export async function f(id: string) { const q = \`SELECT 1 FROM t WHERE id = '\${id}'\`; await pool.query(q); await pool.query(q); }`,
      output: null,
      errors: [{ messageId: 'value' }],
    },
    {
      name: 'MySQL takes no quoted number as a limit',
      code: `${mysql}export const f = (n: string) => pool.query(\`SELECT 1 FROM t LIMIT \${n}\`);`,
      output: null,
      errors: [{ messageId: 'value' }],
    },
    {
      name: 'a check that a later write undoes',
      code: `${pg}export function f(s: string, t: string) { if (!['a'].includes(s)) throw new Error(); s = t; return pool.query(\`SELECT id FROM t ORDER BY \${s}\`); }`,
      output: null,
      errors: [{ messageId: 'name' }],
    },
    {
      name: 'a pattern that is anchored at one end',
      code: `${pg}export function f(t: string) { if (!/^[a-z_]+/.test(t)) throw new Error(); return pool.query(\`SELECT id FROM \${t}\`); }`,
      output: null,
      errors: [{ messageId: 'name' }],
    },
    {
      name: 'a cast is no check',
      code: `${pg}export const f = (q: { sort: unknown }) => { const sort = q.sort as 'a' | 'b'; return pool.query(\`SELECT id FROM t ORDER BY \${sort}\`); };`,
      output: null,
      errors: [{ messageId: 'name' }],
    },
    {
      name: 'Prisma: offered, for its parameters have types',
      code: `${prisma}export const f = (id: string) => prisma.$queryRawUnsafe<{ id: string }[]>(\`SELECT id FROM t WHERE id = '\${id}'\`);`,
      output: null,
      errors: [
        {
          messageId: 'value',
          suggestions: [
            {
              messageId: 'bind',
              output: `${prisma}export const f = (id: string) => prisma.$queryRaw<{ id: string }[]>\`SELECT id FROM t WHERE id = \${id}\`;`,
            },
          ],
        },
      ],
    },
    {
      name: 'an own class with a client behind it',
      code: `${pg}class Db { run(text: string, ...values: unknown[]) { return pool.query(text, values); } }\nexport const f = (id: string) => new Db().run(\`SELECT 1 FROM t WHERE id = '\${id}'\`);`,
      output: `${pg}class Db { run(text: string, ...values: unknown[]) { return pool.query(text, values); } }\nexport const f = (id: string) => new Db().run('SELECT 1 FROM t WHERE id = $1', id);`,
      errors: [{ messageId: 'value' }],
    },
  ],
});
