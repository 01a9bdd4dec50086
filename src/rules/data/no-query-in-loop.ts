import { loopQueriesOf, type LoopQuery } from '../../facts/loop-queries.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-query-in-loop',
  area: 'data',
  level: 'warn',
  description: 'disallow a query for each row of a list (N+1)',
  cwe: [1049],
  mentions: /\bfor\b|\bwhile\b|\.(?:map|forEach|flatMap|filter|some|every|reduce)\b/,
  messages: {
    sequential:
      '{{what}} asks the database once for each item, one round trip after the other: the answer gets slower with every row. {{remedy}}',
    fanOut:
      '{{what}} asks the database once for each item, all at once: a long list takes every connection of the pool, and other requests wait. {{remedy}}',
  },
  create({ file, sourceCode, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const found of loopQueriesOf(file)) {
          const { site, loop } = found;
          const callee =
            site.type === 'CallExpression' ? site.callee : site.type === 'TaggedTemplateExpression' ? site.tag : site;
          const text = sourceCode.text.slice(...callee.range).replaceAll(/\s+/g, ' ');
          report({
            node: site,
            message: loop.kind === 'fan-out' ? 'fanOut' : 'sequential',
            data: { what: text.length <= 60 ? text : `${text.slice(0, 57)}…`, remedy: remedyFor(found) },
          });
        }
      },
    };
  },
});

/** How the library reads or writes many rows at once. */
const READS: Readonly<Record<string, string>> = {
  prisma: '`include` the relation in the first query, or read all rows with `where: { id: { in: ids } }`.',
  drizzle: 'Join it or use `with` in the first query, or read all rows with `inArray(table.id, ids)`.',
  typeorm: 'Load it with `relations` in the first query, or read all rows with `In(ids)`.',
  sequelize: '`include` the model in the first query, or read all rows with `where: { id: ids }`.',
  knex: 'Join it in the first query, or read all rows with `whereIn(column, ids)`.',
  objection: 'Use `withGraphFetched` in the first query, or read all rows with `whereIn(column, ids)`.',
  kysely: "Join it in the first query, or read all rows with `where(column, 'in', ids)`.",
  mongoose: '`populate` it in the first query, or read all documents with `{ _id: { $in: ids } }`.',
  mongodb: 'Use `$lookup` in the first query, or read all documents with `{ _id: { $in: ids } }`.',
  'mikro-orm': '`populate` it in the first query, or read all rows with `{ id: { $in: ids } }`.',
  supabase: 'Select the relation in the first query, or read all rows with `.in(column, ids)`.',
};
const WRITES: Readonly<Record<string, string>> = {
  prisma: 'Write all rows with `createMany`, `updateMany` or `deleteMany`, or hand the list to `$transaction`.',
  drizzle: 'Write all rows with one `insert().values(rows)`, or with `inArray(table.id, ids)`.',
  typeorm: 'Write all rows with one `insert(rows)` or `save(rows)`, or with `In(ids)`.',
  sequelize: 'Write all rows with `bulkCreate`, or with `where: { id: ids }`.',
  knex: 'Write all rows with one `insert(rows)`, or with `whereIn(column, ids)`.',
  kysely: "Write all rows with one `values(rows)`, or with `where(column, 'in', ids)`.",
  mongoose: 'Write all documents with `insertMany` or `bulkWrite`, or with `{ _id: { $in: ids } }`.',
  mongodb: 'Write all documents with `insertMany` or `bulkWrite`, or with `{ _id: { $in: ids } }`.',
  'mikro-orm': '`persist` all of them and `flush` once.',
  d1: 'Send all statements with one `batch([…])`.',
  libsql: 'Send all statements with one `batch([…])`.',
};

function remedyFor({ query, isWrite }: LoopQuery): string {
  const { name } = query.library;
  if (isWrite)
    return WRITES[name] ?? 'Write all rows with one statement: `INSERT … VALUES` of many rows, or `WHERE id = ANY(…)`.';
  return (
    READS[name] ?? 'Join it in the first query, or read all rows with `WHERE id IN (…)`; in GraphQL, a DataLoader.'
  );
}
