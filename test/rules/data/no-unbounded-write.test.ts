import { rule } from '../../../src/rules/data/no-unbounded-write.js';
import { ruleTester } from '../../rule-tester.js';

const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const drizzle =
  "import { drizzle } from 'drizzle-orm/node-postgres';\nimport { eq } from 'drizzle-orm';\nimport { users } from './schema';\nconst db = drizzle(process.env.URL);\n";
const knex = "import knexFactory from 'knex';\nconst knex = knexFactory({});\n";
const pg = "import { Pool } from 'pg';\nconst pool = new Pool();\n";

ruleTester.run('no-unbounded-write', rule as never, {
  valid: [
    {
      name: 'a condition',
      code: `${prisma}export const f = (id: string) => prisma.user.deleteMany({ where: { id } });`,
    },
    {
      name: 'a condition that comes from elsewhere',
      code: `${prisma}export const f = (where: object) => prisma.user.deleteMany({ where });`,
    },
    {
      name: 'an optional value that is asked for',
      code: `${prisma}export async function f(id?: string) { if (!id) return; await prisma.user.deleteMany({ where: { id } }); }`,
    },
    {
      name: 'one of two values is always there',
      code: `${prisma}export const f = (team: string, id?: string) => prisma.user.deleteMany({ where: { team, id } });`,
    },
    { name: 'a builder', code: `${drizzle}export const f = (id: number) => db.delete(users).where(eq(users.id, id));` },
    { name: 'a link that may narrow it', code: `${knex}export const f = (mine) => knex('users').modify(mine).del();` },
    {
      name: 'emptied and filled again',
      code: `${knex}export async function f(rows) { await knex('rates').del(); await knex('rates').insert(rows); }`,
    },
    {
      name: 'text with a hole at its end',
      code: `${pg}export const f = (where: string) => pool.query(\`DELETE FROM users \${where}\`);`,
    },
    {
      name: 'an upsert',
      code: `${pg}export const f = () => pool.query('INSERT INTO a (b) VALUES (1) ON CONFLICT (b) DO UPDATE SET c = 2');`,
    },
    {
      name: 'outside of production only',
      code: `${prisma}export async function f() { if (process.env.NODE_ENV === 'production') throw new Error('no'); await prisma.user.deleteMany(); }`,
    },
    { name: 'a test', code: `${prisma}await prisma.user.deleteMany();`, filename: 'test/users.test.ts' },
    {
      name: 'a migration',
      code: `${knex}export const up = () => knex('users').update({ a: 1 });`,
      filename: 'migrations/1_a.ts',
    },
    { name: 'no database', code: `export const f = (cache: Map<string, string>) => cache.clear();` },
    {
      name: 'the one row of a table that is asked for without a filter',
      code: `${prisma}export const get = () => prisma.license.findFirst();\nexport const drop = () => prisma.license.deleteMany({});`,
    },
    {
      name: 'a method of a store that says so',
      code: `${knex}export class UserStore { async deleteAll() { await knex('users').del(); } }`,
    },
  ],
  invalid: [
    {
      name: 'Prisma without a condition',
      code: `${prisma}export const f = () => prisma.user.deleteMany({});`,
      errors: [{ messageId: 'everyRow', data: { what: 'prisma.user.deleteMany', does: 'deletes', table: ' of user' } }],
    },
    {
      name: 'Prisma with an optional value',
      code: `${prisma}export const f = (id?: string) => prisma.user.updateMany({ where: { id }, data: { a: 1 } });`,
      errors: [
        {
          messageId: 'mayBeEveryRow',
          data: { value: 'id', what: 'prisma.user.updateMany', does: 'overwrites', table: ' of user' },
        },
      ],
    },
    {
      name: 'Prisma with a chain that may end early',
      code: `${prisma}export const f = (s: any) => prisma.user.deleteMany({ where: { id: s?.user.id } });`,
      errors: [
        {
          messageId: 'mayBeEveryRow',
          data: { value: 's?.user.id', what: 'prisma.user.deleteMany', does: 'deletes', table: ' of user' },
        },
      ],
    },
    {
      name: 'Drizzle without where',
      code: `${drizzle}export const f = () => db.update(users).set({ a: 1 });`,
      errors: [{ messageId: 'everyRow', data: { what: 'db.update', does: 'overwrites', table: ' of users' } }],
    },
    {
      name: 'a chain',
      code: `${knex}export const f = () => knex('users').del();`,
      errors: [{ messageId: 'everyRow', data: { what: 'knex(…).del', does: 'deletes', table: ' of users' } }],
    },
    {
      name: 'SQL text',
      code: `${pg}export const f = (n: number) => pool.query('UPDATE users SET a = $1', [n]);`,
      errors: [{ messageId: 'everyRow', data: { what: 'This statement', does: 'overwrites', table: ' of users' } }],
    },
  ],
});
