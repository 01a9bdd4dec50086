import { rule } from '../../../src/rules/data/require-query-index.js';
import { ruleTester } from '../../rule-tester.js';

const query = (body: string): string =>
  `import { and, desc, eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { boolean, index, integer, pgTable, serial, text } from 'drizzle-orm/pg-core';
const zquxRows = pgTable('zqux_rows', {
  id: serial('id').primaryKey(), state: text('state'), note: text('note'), paid: boolean('paid'), buyer: integer('buyer').references(() => buyers.id),
}, (t) => [index('i').on(t.state, t.note)]);
const db = drizzle('');
export const found = async (x: string) => ${body};`;

ruleTester.run('require-query-index', rule as never, {
  valid: [
    { name: 'by the primary key', code: query('db.select().from(zquxRows).where(eq(zquxRows.id, 1))') },
    { name: 'by a leading column', code: query('db.select().from(zquxRows).where(eq(zquxRows.state, x)).limit(9)') },
    {
      name: 'by one that is served and one that is not',
      code: query('db.select().from(zquxRows).where(and(eq(zquxRows.state, x), eq(zquxRows.note, x))).limit(9)'),
    },
    { name: 'by a foreign key', code: query('db.select().from(zquxRows).where(eq(zquxRows.buyer, 1)).limit(9)') },
    { name: 'by a flag', code: query('db.select().from(zquxRows).where(eq(zquxRows.paid, true)).limit(9)') },
    {
      name: 'a sort of what is narrowed',
      code: query('db.select().from(zquxRows).where(eq(zquxRows.state, x)).orderBy(desc(zquxRows.note)).limit(9)'),
    },
    {
      name: 'a small table',
      code: query('db.select().from(zquxRows).where(eq(zquxRows.note, x)).limit(9)'),
      options: [{ smallTables: ['zquxRows', 'zqux_rows'] }],
    },
  ],
  invalid: [
    {
      name: 'by the second column of an index',
      code: query('db.select().from(zquxRows).where(eq(zquxRows.note, x)).limit(9)'),
      errors: [{ messageId: 'filter', data: { table: 'zquxRows', columns: 'note' }, line: 8 }],
    },
    {
      name: 'a sort of the whole table',
      code: query('db.select().from(zquxRows).orderBy(desc(zquxRows.note)).limit(9)'),
      errors: [{ messageId: 'sort', data: { table: 'zquxRows', columns: 'note' } }],
    },
  ],
});
