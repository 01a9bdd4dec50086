import { lineOf } from '../../model/file.js';
import { basename } from 'node:path';

import { effectLine } from '../../facts/effects.js';
import { tornWritesOf, type TornWrites, type WriteStep } from '../../facts/transactions/steps.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'require-transaction',
  area: 'data',
  level: 'warn',
  description: 'require a transaction round writes that belong together',
  cwe: [662],
  mentions: /create|insert|update|delete|destroy|save|remove|upsert|persist|increment|decrement|INSERT|UPDATE|DELETE/,
  messages: {
    torn: 'This {{first}}, and line {{line}} {{second}} in a step of its own{{why}}: when the process dies or the second fails, half of it stays. Do both in one transaction ({{form}}).',
    beside:
      'This {{first}}, and line {{line}} {{second}}: one of them stands outside of the transaction that the other is in{{why}}, so a failure between them leaves half. Move it inside.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const torn of tornWritesOf(file)) {
          const { first, second } = torn;
          report({
            node: first.site,
            message: first.isTransaction || second.isTransaction ? 'beside' : 'torn',
            data: {
              first: whatOf(first),
              second: whatOf(second),
              line: String(lineOf(second.site)),
              why: WHY[torn.why],
              form: formOf(torn),
            },
          });
        }
      },
    };

    function whatOf({ effects }: WriteStep): string {
      const effect = effects[0]!;
      return effect.file === file
        ? effect.what
        : `${effect.what} at ${basename(effect.file.path)}:${effectLine(effect)}`;
    }
  },
});

const WHY: Readonly<Record<TornWrites['why'], string>> = {
  result: ' with its result',
  amount: ', and one is an amount that has to add up',
  key: ' for the same thing',
};

/** How each library opens one. */
const FORMS: Readonly<Record<string, string>> = {
  prisma: 'prisma.$transaction(async (tx) => …)',
  drizzle: 'db.transaction(async (tx) => …)',
  knex: 'knex.transaction(async (trx) => …)',
  objection: 'Model.transaction(async (trx) => …)',
  kysely: 'db.transaction().execute(async (trx) => …)',
  typeorm: 'dataSource.transaction(async (manager) => …)',
  sequelize: 'sequelize.transaction(async (transaction) => …)',
  mongoose: 'mongoose.connection.transaction(async (session) => …)',
  mongodb: 'session.withTransaction(async () => …)',
  'mikro-orm': 'em.transactional(async (em) => …)',
  postgres: 'sql.begin(async (sql) => …)',
  'better-sqlite3': 'db.transaction(() => …)',
  d1: 'db.batch([…])',
  libsql: 'client.batch([…])',
};

const formOf = ({ first }: TornWrites): string =>
  FORMS[first.effects[0]?.query?.library.name ?? ''] ?? 'BEGIN … COMMIT on one client';
