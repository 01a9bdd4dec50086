import { isRecentMigration } from '../../facts/migrations/age.js';
import { changesSchema, isEmptyStep, migrationsOf, type Migration } from '../../facts/migrations/migrations.js';
import { isRecentSql } from '../../facts/migrations/sql-files.js';
import { findWayBackFault } from '../../facts/migrations/sql-way-back.js';
import type { BackendFile } from '../../model/file.js';
import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';
import { calleeName } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';

export const rule = createRule({
  name: 'require-reversible-migration',
  area: 'data',
  level: 'warn',
  description: 'require migrations to have a way back',
  options: {
    newest: option.integer(
      5,
      0,
      'How many of the newest migrations of a folder are looked at, by the number that their names begin with; 0 for all.',
    ),
  },
  messages: {
    absent:
      'This migration has no `down`: when the release fails at night, the schema stays where it is and the old code meets it. Undo here what `up` does, or throw with the reason why it cannot be undone.',
    empty:
      'This `down` does nothing: a rollback reports success and leaves the schema changed. Undo here what `up` does, or throw with the reason why it cannot be undone.',
  },
  mentions: /\bup\b/,
  create({ file, options, report }) {
    return {
      File() {
        for (const migration of migrationsOf(file)) {
          const { up, down, at } = migration;
          if (down === 'refused' || !changesSchema(up, file) || !isRecentMigration(file, options.newest)) continue;
          if (down === null) {
            if (!isInferred(migration, file)) report({ node: at, message: 'absent' });
          } else if (isEmptyStep(down, file)) report({ node: down, message: 'empty' });
        }
      },
    };
  },
  schemas: {
    sql({ file, options, report }) {
      const fault = findWayBackFault(file);
      if (fault && isRecentSql(file, options.newest)) report({ range: fault.range, message: fault.what });
    },
  },
});

/** node-pg-migrate reverses by itself what only creates, adds and renames: https://salsita.github.io/node-pg-migrate */
const isInferred = ({ tool, up }: Migration, file: BackendFile): boolean =>
  tool === 'node-pg-migrate' &&
  !allOf(up, ['CallExpression']).some(
    (call) =>
      /^(?:sql|drop\w*|alter\w*|setTypeValues|removeTypeValues)$/.test(calleeName(call) ?? '') &&
      /^pgm\b/.test(file.text.slice(...call.callee.range)),
  );
