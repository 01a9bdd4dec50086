import type { Engine } from '../../model/schema.js';
import type { PgNode } from '../../sql/postgres.js';
import type { SqlStatement } from '../../sql/script.js';
import { entityKey } from '../effects/names.js';
import {
  enginesOfSql,
  forwardStatements,
  isRecentSql,
  isSqlMigration,
  NEWEST,
  type SqlFile,
} from '../migrations/sql-files.js';
import { asNode, commandsOf, kindOf, namesIn, nodesOf, rangeAt, tableIn, textOf } from '../migrations/sql-tree.js';
import { needsIndex } from './engines.js';
import { isAuditColumn } from './foreign-keys.js';
import { columnKey } from './names.js';
import { prismaModels } from './prisma.js';
import { indexesInSql } from './sql.js';
import { isLeading, tablesAround } from './tables.js';

/** A foreign key that a migration in SQL makes. */
export interface SqlKey {
  readonly table: string;
  readonly column: string;
  readonly range: readonly [start: number, end: number];
  /** The statement that makes it. */
  readonly statement: SqlStatement;
}

/** The foreign keys of a migration, or of a schema in SQL, that no index leads to, and that the project's models don't declare (which would tell of them). */
export function bareSqlKeys(file: SqlFile, given: Engine | null): SqlKey[] {
  const isMigration = isSqlMigration(file);
  if (isMigration ? !isRecentSql(file, NEWEST) : file.kind !== 'source') return [];
  const keys = (isMigration ? forwardStatements(file) : file.tree.statements).flatMap((statement) => keysIn(statement));
  const engines = given ? [given] : [...(enginesOfSql(file) ?? [])];
  if (keys.length === 0 || !engines.some((engine) => needsIndex(engine, 'sql'))) return [];
  const { path, project } = file;
  const declared = tablesAround(project, path);
  const models = prismaModels(project.schemaTexts(path));
  const own = indexesInSql(file.text);
  const others = project
    .schemaFiles(path)
    .flatMap((each) => (each.endsWith('.sql') && each !== path ? (project.schemaText(each) ?? []) : []))
    .flatMap((text) => indexesInSql(text));
  const indexes = [...own, ...others, ...inlineIndexes(file)];
  const told = new Set<string>();
  return keys.filter(({ table, column }) => {
    const name = entityKey(table);
    if (models.some(({ names }) => names.includes(name))) return false;
    const shown = declared?.get(name) ?? [];
    if (shown.some((each) => each.columns.size > 0)) return false;
    const columns = [
      ...indexes.filter((each) => entityKey(each.table) === name).map((each) => each.columns),
      ...shown.flatMap((each) => each.indexes),
    ];
    const siblings = keys.filter((each) => entityKey(each.table) === name);
    const isAudit = isAuditColumn(column) && siblings.some((each) => !isAuditColumn(each.column));
    const id = `${name}.${columnKey(column)}`;
    if (isLeading([column], columns) || isAudit || told.has(id)) return false;
    told.add(id);
    return true;
  });
}

/** The columns that are keys by themselves: `id int PRIMARY KEY`, `email text UNIQUE`. */
const inlineIndexes = (file: SqlFile): { readonly table: string; readonly columns: string[] }[] =>
  file.tree.statements.flatMap(({ tree }) => {
    const { kind, node } = kindOf(tree) ?? { kind: '', node: {} };
    const table = tableIn(node['relation']);
    if (table === null) return [];
    return columnsIn(kind, node).flatMap((column) =>
      nodesOf(column['constraints']).some((each) => /^CONSTR_(?:PRIMARY|UNIQUE)$/.test(String(each.node['contype'])))
        ? [{ table, columns: [textOf(column['colname']) ?? ''] }]
        : [],
    );
  });

/** The columns that a statement makes: of `CREATE TABLE`, of `ALTER TABLE … ADD COLUMN`. */
function columnsIn(kind: string, node: PgNode): PgNode[] {
  if (kind === 'CreateStmt')
    return nodesOf(node['tableElts']).flatMap((each) => (each.kind === 'ColumnDef' ? [each.node] : []));
  if (kind !== 'AlterTableStmt') return [];
  return nodesOf(node['cmds']).flatMap(({ node: command }): PgNode[] => {
    const column = asNode(asNode(command['def'])?.['ColumnDef']);
    return column ? [column] : [];
  });
}

function keysIn(statement: SqlStatement): SqlKey[] {
  const { kind, node } = kindOf(statement.tree) ?? { kind: '', node: {} };
  const table = tableIn(node['relation']);
  if (table === null || (kind !== 'CreateStmt' && kind !== 'AlterTableStmt')) return [];
  const ofColumns = columnsIn(kind, node).flatMap((column): SqlKey[] => {
    const name = textOf(column['colname']);
    const isForeign = nodesOf(column['constraints']).some((each) => each.node['contype'] === 'CONSTR_FOREIGN');
    return isForeign && name !== null
      ? [{ table, column: name, range: rangeAt(statement, column['location']), statement }]
      : [];
  });
  const constraints =
    kind === 'CreateStmt'
      ? nodesOf(node['tableElts']).flatMap((each) =>
          each.kind === 'Constraint'
            ? [{ constraint: each.node, range: rangeAt(statement, each.node['location']) }]
            : [],
        )
      : commandsOf(statement, node).flatMap(({ command, range }) => {
          const constraint = asNode(asNode(command['def'])?.['Constraint']);
          return constraint ? [{ constraint, range }] : [];
        });
  const ofTable = constraints.flatMap(({ constraint, range }): SqlKey[] => {
    const [column] = constraint['contype'] === 'CONSTR_FOREIGN' ? namesIn(constraint['fk_attrs']) : [];
    return column === undefined ? [] : [{ table, column, range, statement }];
  });
  return [...ofColumns, ...ofTable];
}

/** The statement that makes the index, behind the one that makes the key. */
export function indexStatement(
  { table, column, statement }: SqlKey,
  text: string,
): { at: number; code: string; text: string } {
  const isQuoted = text.slice(...statement.range).includes('"');
  const quoted = (name: string): string => (isQuoted ? `"${name}"` : name);
  const code = `CREATE INDEX ${quoted(`${table}_${column}_idx`)} ON ${quoted(table)} (${quoted(column)});`;
  const semicolon = text[statement.range[1]] === ';';
  const lineEnd = text.indexOf('\n', statement.range[1]);
  const at = lineEnd === -1 ? text.length : lineEnd;
  return { at, code, text: `${semicolon ? '' : ';'}\n\n${code}` };
}
