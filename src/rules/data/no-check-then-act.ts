import { lineOf } from '../../model/file.js';
import { racesOf, type Race } from '../../facts/check-then-act/races.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-check-then-act',
  area: 'data',
  level: 'warn',
  description: 'disallow writes that rest on an earlier read which others may overtake',
  cwe: [367, 362],
  mentions: /find|get|select|exists|count|SELECT|query/i,
  messages: {
    create:
      'This creates {{entity}} because line {{line}} found none, in two steps: two requests at once both find none, and both create. Do it in one step ({{upsert}}), or handle the conflict of a unique key.',
    refused:
      'This creates {{entity}} because line {{line}} found none, in two steps: two requests at once both find none, and the unique key fails the second with an error that nothing here turns into an answer. Do it in one step ({{upsert}}), or handle the conflict.',
    amount:
      'This writes `{{column}}` reckoned from what line {{line}} read: of two requests at once one overwrites the other, and its change is lost. Let the database reckon ({{increment}}).',
    number:
      'This numbers a row by what line {{line}} read: two requests at once read the same, and give the same number. Take it from a sequence, or keep a counter in one atomic step ({{increment}}), with a unique key on {{column}}.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const race of racesOf(file)) {
          const { kind, site, read, column } = race;
          const library = read.query.library.name;
          report({
            node: site,
            message: kind,
            data: {
              line: String(lineOf(read.site)),
              entity: entityOf(race),
              column: column ?? 'the number',
              upsert: UPSERTS[library] ?? '`INSERT … ON CONFLICT`',
              increment: INCREMENTS[library] ?? '`SET n = n + 1`',
            },
          });
        }
      },
    };
  },
});

const entityOf = ({ effect, read }: Race): string => `a row of ${effect?.entity ?? read.entity}`;

/** How each library creates what is not there, and counts, in one step. */
const UPSERTS: Readonly<Record<string, string>> = {
  prisma: '`upsert`',
  drizzle: '`insert().onConflictDoNothing()` or `onConflictDoUpdate`',
  typeorm: '`upsert` or `orIgnore()`',
  sequelize: '`findOrCreate` or `upsert`',
  knex: '`insert().onConflict().ignore()` or `merge()`',
  kysely: '`insertInto().onConflict()`',
  objection: '`insert().onConflict().ignore()` or `merge()`',
  mongoose: '`findOneAndUpdate` with `upsert: true`',
  mongodb: '`findOneAndUpdate` with `upsert: true`',
  'mikro-orm': '`em.upsert`',
  supabase: '`upsert`',
};
const INCREMENTS: Readonly<Record<string, string>> = {
  prisma: '`{ increment: n }`',
  drizzle: '`set({ n: sql`${table.n} + 1` })`',
  typeorm: '`increment` or `decrement`',
  sequelize: '`increment` or `decrement`',
  knex: '`increment` or `decrement`',
  objection: '`increment` or `decrement`',
  mongoose: '`$inc`',
  mongodb: '`$inc`',
};
