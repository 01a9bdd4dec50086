import { rule } from '../../../src/rules/data/no-unpaginated-query.js';
import { ruleTester } from '../../rule-tester.js';

const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const pg = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const knex = "import Knex from 'knex';\nconst db = Knex({ client: 'pg' });\n";

ruleTester.run('no-unpaginated-query', rule as never, {
  valid: [
    {
      name: 'a batch whose number is logged on the way',
      code: `${prisma}export async function run() { const rows = await prisma.user.findMany({ where: { state: 'x' }, select: { id: true } }); console.log(rows.length); work(rows); }`,
    },
    {
      name: 'what a person made',
      code: `${prisma}export const all = (userId) => prisma.app.findMany({ where: { createdBy: userId } });`,
    },
    {
      name: "a filter that a function of the project's own builds",
      code: `${prisma}const mine = (space) => { if (!space.id) throw new Error('none'); return { space: space.id }; };\nexport const all = (space) => prisma.app.findMany({ where: mine(space.id) });`,
    },
    { name: 'a bound in the options', code: `${prisma}export const all = () => prisma.user.findMany({ take: 10 });` },
    {
      name: 'a bound that may be there: options from a parameter',
      code: `${prisma}export const all = (options: object) => prisma.user.findMany(options);`,
    },
    {
      name: 'a lookup by a list of ids',
      code: `${prisma}export const some = (ids: string[]) => prisma.user.findMany({ where: { id: { in: ids } } });`,
    },
    {
      name: "a parent's rows",
      code: `${prisma}export const of = (userId: string) => prisma.post.findMany({ where: { userId } });`,
    },
    { name: 'an aggregate', code: `${pg}export const n = () => pool.query('SELECT count(*) FROM users');` },
    {
      name: 'LIMIT in the text',
      code: `${pg}export const page = () => pool.query('SELECT id FROM users ORDER BY id LIMIT 20');`,
    },
    {
      name: 'a limit in a later step',
      code: `${knex}export async function f() { const q = db('users'); q.limit(5); return q; }`,
    },
    {
      name: 'an export reads everything on purpose',
      code: `${prisma}export const exportUsersCsv = () => prisma.user.findMany();`,
    },
    {
      name: "an array's own find",
      code: 'export const first = (users: { id: number }[]) => users.find((user) => user.id === 1);',
    },
    { name: 'a receiver known by its name only', code: 'export const all = (prisma) => prisma.user.findMany();' },
    {
      name: 'a table that stays small',
      code: `${prisma}export const all = () => prisma.planet.findMany();`,
      options: [{ referenceTables: ['planet'] }],
    },
    {
      name: 'rows that stay inside, with a filter',
      code: `${prisma}export async function f() { for (const u of await prisma.user.findMany({ where: { active: true } })) console.log(u); }`,
    },
    {
      name: 'a table of few rows, by the last word of its name',
      code: `${prisma}export const all = () => prisma.oAuthProvider.findMany();`,
    },
    {
      name: 'what belongs to something called by its name',
      code: `${knex}export const tags = (feature: string) => db('feature_tag').where({ feature_name: feature });`,
    },
  ],
  invalid: [
    {
      name: 'an ORM read, bounded by the suggestion where nothing stands yet',
      code: `${prisma}export const all = () => prisma.user.findMany();`,
      errors: [
        {
          messageId: 'unbounded',
          line: 3,
          column: 26,
          endLine: 3,
          endColumn: 48,
          data: { what: 'prisma.user.findMany', filter: '', how: 'take: 100' },
          suggestions: [
            {
              messageId: 'bound',
              data: { limit: '100', code: 'take: 100' },
              output: `${prisma}export const all = () => prisma.user.findMany({ take: 100 });`,
            },
          ],
        },
      ],
    },
    {
      name: 'a filter by a state bounds nothing',
      code: `${prisma}export const open = () => prisma.task.findMany({ where: { status: 'open' } });`,
      errors: [
        {
          messageId: 'filtered',
          suggestions: [
            {
              messageId: 'bound',
              output: `${prisma}export const open = () => prisma.task.findMany({ where: { status: 'open' }, take: 100 });`,
            },
          ],
        },
      ],
    },
    {
      name: 'SQL text, with the number of rows that the option says',
      code: `${pg}export const all = () => pool.query('SELECT id FROM users ORDER BY id;');`,
      options: [{ limit: 25 }],
      errors: [
        {
          messageId: 'unbounded',
          suggestions: [
            {
              messageId: 'bound',
              output: `${pg}export const all = () => pool.query('SELECT id FROM users ORDER BY id LIMIT 25;');`,
            },
          ],
        },
      ],
    },
    {
      name: 'a builder that runs when it is awaited',
      code: `${knex}export async function f(res) { const rows = await db('users').where('active', true); res.json(rows); }`,
      errors: [
        {
          messageId: 'filtered',
          suggestions: [
            {
              messageId: 'bound',
              output: `${knex}export async function f(res) { const rows = await db('users').where('active', true).limit(100); res.json(rows); }`,
            },
          ],
        },
      ],
    },
    {
      name: "with checkFiltered, a parent's rows too",
      code: `${prisma}export const of = (userId: string) => prisma.post.findMany({ where: { userId } });`,
      options: [{ checkFiltered: true }],
      errors: [
        {
          messageId: 'filtered',
          suggestions: [
            {
              messageId: 'bound',
              output: `${prisma}export const of = (userId: string) => prisma.post.findMany({ where: { userId }, take: 100 });`,
            },
          ],
        },
      ],
    },
    {
      name: 'rows that are only counted',
      code: `${prisma}export async function n() { const rows = await prisma.user.findMany({ where: { state: 'x' } }); return rows.length; }`,
      errors: [
        {
          messageId: 'filtered',
          suggestions: [
            {
              messageId: 'bound',
              output: `${prisma}export async function n() { const rows = await prisma.user.findMany({ where: { state: 'x' }, take: 100 }); return rows.length; }`,
            },
          ],
        },
      ],
    },
  ],
});
