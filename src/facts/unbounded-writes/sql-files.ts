import type { PgNode } from '../../sql/postgres.js';
import type { SqlStatement } from '../../sql/script.js';
import { forwardStatements, isRecentSql, isSqlMigration, NEWEST, type SqlFile } from '../migrations/sql-files.js';
import { asNode, headOf, kindOf, nodesOf, tableIn, textOf } from '../migrations/sql-tree.js';

/** A statement of a file that changes or deletes every row of a table. */
export interface UnboundedStatement {
  readonly range: readonly [start: number, end: number];
  readonly does: 'update' | 'delete';
  readonly table: string;
}

/** The statements of a file of SQL without a condition; of a migration, those that lose what it didn't make itself. */
export function unboundedStatementsOf(file: SqlFile): UnboundedStatement[] {
  const isMigration = isSqlMigration(file);
  if (isMigration ? !isRecentSql(file, NEWEST) : file.kind !== 'source' && file.kind !== 'config') return [];
  const statements = isMigration ? forwardStatements(file) : file.tree.statements;
  const made = madeIn(statements);
  return statements.flatMap((statement) => {
    const found = kindOf(statement.tree);
    return found ? writesIn(statement, found.kind, found.node, made, isMigration) : [];
  });
}

interface Made {
  readonly tables: ReadonlySet<string>;
  /** Columns added, required or given a default: what fills them touches every row, and is meant to. */
  readonly columns: ReadonlySet<string>;
}

function madeIn(statements: readonly SqlStatement[]): Made {
  const tables = new Set<string>();
  const columns = new Set<string>();
  for (const { tree } of statements) {
    const { kind, node } = kindOf(tree) ?? { kind: '', node: {} };
    const table = tableIn(node['relation']) ?? '';
    if (kind === 'CreateStmt') tables.add(table);
    if (kind === 'CreateTableAsStmt') tables.add(tableIn(asNode(node['into'])?.['rel']) ?? '');
    if (kind !== 'AlterTableStmt') continue;
    for (const { node: command } of nodesOf(node['cmds'])) {
      const name = textOf(asNode(asNode(command['def'])?.['ColumnDef'])?.['colname']) ?? textOf(command['name']);
      if (name !== null && command['subtype'] !== 'AT_DropColumn') columns.add(`${table}.${name}`);
    }
  }
  return { tables, columns };
}

function writesIn(
  statement: SqlStatement,
  kind: string,
  node: PgNode,
  made: Made,
  isMigration: boolean,
): UnboundedStatement[] {
  if (kind === 'TruncateStmt') {
    const [first] = nodesOf(node['relations']);
    const table = first && tableIn(first.node);
    return table && !made.tables.has(table) ? [{ range: statement.range, does: 'delete', table }] : [];
  }
  const table = tableIn(node['relation']);
  if (table === null || node['whereClause'] || made.tables.has(table)) return [];
  const range = headOf(statement, node['relation']);
  if (kind === 'DeleteStmt') return [{ range, does: 'delete', table }];
  if (kind !== 'UpdateStmt' || (isMigration && isFilling(node, table, made))) return [];
  return [{ range, does: 'update', table }];
}

/** A migration fills a column that it makes, or works one out from the row's others: nothing is lost. */
const isFilling = (node: PgNode, table: string, made: Made): boolean =>
  Boolean(node['fromClause']) ||
  nodesOf(node['targetList']).every(
    ({ node: target }) =>
      made.columns.has(`${table}.${String(target['name'])}`) || /"(?:ColumnRef|SubLink)"/.test(JSON.stringify(target)),
  );
