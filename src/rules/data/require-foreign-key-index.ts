import { bareKeysOf } from '../../facts/schema/foreign-keys.js';
import { listed, toldByTable } from '../../facts/schema/grouped.js';
import { bareRelationsOf, indexInsertion } from '../../facts/schema/prisma-keys.js';
import { bareSqlKeys, indexStatement } from '../../facts/schema/sql-keys.js';
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
    many: 'No index begins with {{columns}} of this table, and the database makes none for foreign keys: each join over one of them, and each delete of a parent row, reads the whole table. Index those that are joined over or whose parents are deleted.',
    reference:
      'No index begins with `{{column}}`: finding the documents of one parent reads the whole collection. Index it.',
    index: 'Add the index: {{code}}',
  },
  mentions: /ManyToOne|ForeignKey|references|belongsTo|\bref\b|foreign|EntitySchema|defineEntity/,
  create({ file, options, report }) {
    if (file.kind !== 'source' && file.kind !== 'config' && file.kind !== 'migration') return {};
    return {
      File() {
        const bare = bareKeysOf(file, databaseOf(options));
        for (const { item, all } of toldByTable(bare, ({ table }) => table.names.join())) {
          const { key, table } = item;
          const edit = findIndexFix(key, table, file);
          report({
            node: key.node,
            message: table.tool === 'mongoose' ? 'reference' : all ? 'many' : 'bare',
            data: { column: key.column, columns: listed((all ?? [item]).map((each) => each.key.column)) },
            suggest: [edit && { message: 'index', data: { code: edit.code }, fix: edit.fix }],
          });
        }
      },
    };
  },
  schemas: {
    prisma({ file, options, report }) {
      const bare = bareRelationsOf(file, databaseOf(options));
      for (const { item, all } of toldByTable(bare, ({ model }) => model.block.name.value)) {
        const { at, code, text } = indexInsertion(item, file.text);
        report({
          range: item.at.name.range,
          message: item.isDocument ? 'reference' : all ? 'many' : 'bare',
          data: { column: item.at.name.value, columns: listed((all ?? [item]).map((each) => each.at.name.value)) },
          suggest: [{ message: 'index', data: { code }, edit: { range: [at, at], text } }],
        });
      }
    },
    sql({ file, options, report }) {
      for (const { item, all } of toldByTable(bareSqlKeys(file, databaseOf(options)), ({ table }) => table)) {
        const { at, code, text } = indexStatement(item, file.text);
        report({
          range: item.range,
          message: all ? 'many' : 'bare',
          data: { column: item.column, columns: listed((all ?? [item]).map((each) => each.column)) },
          suggest: [{ message: 'index', data: { code }, edit: { range: [at, at], text } }],
        });
      }
    },
  },
});

type Database = 'postgres' | 'mysql' | 'sqlite' | 'mssql';
const databaseOf = ({ database }: { readonly database: string }): Database | null =>
  database === 'detect' ? null : (database as Database);
