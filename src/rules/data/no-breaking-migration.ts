import { isRecentMigration } from '../../facts/migrations/age.js';
import { breaksOf } from '../../facts/migrations/breaks.js';
import { migrationsOf } from '../../facts/migrations/migrations.js';
import { sqlBreaksOf } from '../../facts/migrations/sql-breaks.js';
import { isRecentSql } from '../../facts/migrations/sql-files.js';
import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';

export const rule = createRule({
  name: 'no-breaking-migration',
  area: 'data',
  level: 'warn',
  description: 'forbid schema changes that break the code which is still running',
  options: {
    newest: option.integer(
      5,
      0,
      'How many of the newest migrations of a folder are looked at, by the number that their names begin with; 0 for all.',
    ),
  },
  messages: {
    drop: 'This drops what the running release still reads and writes: from here to the end of the deployment its queries fail. Expand and contract: release code that no longer uses it first, drop it in a later release.',
    rename:
      'This renames what the running release knows by its old name: from here to the end of the deployment its queries fail. Expand and contract: add the new one, copy and write both, and drop the old one in a later release.',
    required:
      'This makes a column required that the running release does not fill: its inserts fail, and so does this migration where rows have none. Expand and contract: add it nullable or with a default, fill it, require it in a later release.',
    type: 'This changes the type of a column: the table is rewritten under a lock, and values that do not fit stop the migration. Expand and contract: add a column of the new type, copy, switch, and drop the old one later.',
    index:
      'PostgreSQL holds every write to the table back until this index is built: on a large table that is minutes. Build it CONCURRENTLY, outside a transaction.',
  },
  mentions: /\bup\b/,
  create({ file, options, report }) {
    return {
      File() {
        const found = migrationsOf(file).flatMap(({ up }) => breaksOf(up, file));
        if (found.length === 0 || !isRecentMigration(file, options.newest)) return;
        for (const { node, what } of found) report({ node, message: what });
      },
    };
  },
  schemas: {
    sql({ file, options, report }) {
      if (!isRecentSql(file, options.newest)) return;
      for (const { range, what } of sqlBreaksOf(file)) report({ range, message: what });
    },
  },
});
