import { bareKeysOf } from '../../facts/schema/foreign-keys.js';
import { findIndexFix } from '../../fix/foreign-key-index.js';
import { createRule } from '../../rule/create-rule.js';
import { option } from '../../rule/options.js';

export const rule = createRule({
  name: 'require-foreign-key-index',
  area: 'data',
  level: 'warn',
  description: 'require an index on the columns of relations',
  suggests: true,
  options: {
    database: option.oneOf(
      ['detect', 'postgres', 'mysql', 'sqlite', 'mssql'],
      'detect',
      'The database, where the data source and the drivers do not tell.',
    ),
  },
  messages: {
    bare: 'No index begins with `{{column}}`, and the database makes none for a foreign key: each join over it, and each delete of a parent row, reads the whole table. Index it.',
    reference:
      'No index begins with `{{column}}`: finding the documents of one parent reads the whole collection. Index it.',
    index: 'Add the index: {{code}}',
  },
  mentions: /ManyToOne|ForeignKey|references|belongsTo|\bref\b|foreign|EntitySchema|defineEntity/,
  create({ file, options, report }) {
    if (file.kind !== 'source' && file.kind !== 'config' && file.kind !== 'migration') return {};
    return {
      File() {
        const database = options.database === 'detect' ? null : options.database;
        for (const { key, table } of bareKeysOf(file, database)) {
          const edit = findIndexFix(key, table, file);
          report({
            node: key.node,
            message: table.tool === 'mongoose' ? 'reference' : 'bare',
            data: { column: key.column },
            suggest: [edit && { message: 'index', data: { code: edit.code }, fix: edit.fix }],
          });
        }
      },
    };
  },
});
