import type { PgNode } from '../../sql/postgres.js';
import type { SqlStatement } from '../../sql/script.js';
import type { Break } from './breaks.js';
import { forwardStatements, enginesOfSql, isSqlMigration, type SqlFile } from './sql-files.js';
import { asNode, commandsOf, headOf, kindOf, namesIn, nodesOf, tableIn, textOf } from './sql-tree.js';

/** A breaking step of a migration in SQL. */
export interface SqlBreak {
  readonly range: readonly [start: number, end: number];
  readonly what: Break['what'];
}

/** The breaking steps of a migration in SQL: each kind once a statement; what the migration made itself may be changed freely. */
export function sqlBreaksOf(file: SqlFile): readonly SqlBreak[] {
  if (!isSqlMigration(file)) return [];
  const statements = forwardStatements(file);
  const made = tablesMade(statements);
  const engines = enginesOfSql(file);
  // A dialect of which little can be read: ClickHouse.
  if (engines === null) return [];
  const isPostgres = engines.size === 1 && engines.has('postgres');
  return statements.flatMap((statement) => {
    const found = kindOf(statement.tree);
    if (!found) return [];
    const steps = stepsIn(statement, found.kind, found.node, made, isPostgres);
    return steps.filter(({ what }, index) => steps.findIndex((each) => each.what === what) === index);
  });
}

/** What a statement of another dialect makes: its last word is the name. */
const UNREAD_CREATE =
  /^create\s+(?:or\s+replace\s+)?(?:temp(?:orary)?\s+)?(?:table|(?:materialized\s+)?view)\s+(?:if\s+not\s+exists\s+)?(?:["`]?\w+["`]?\.)?["`]?(\w+)/i;

/**
 * The tables that a migration makes, under their last names too: SQLite changes a table by making it anew, filling it,
 * dropping the old one and giving the new one its name.
 */
function tablesMade(statements: readonly SqlStatement[]): ReadonlySet<string> {
  const made = new Set<string>();
  for (const { tree, text } of statements) {
    const { kind, node } = kindOf(tree) ?? { kind: '', node: {} };
    const name =
      kind === 'CreateStmt'
        ? tableIn(node['relation'])
        : kind === 'CreateTableAsStmt'
          ? tableIn(asNode(node['into'])?.['rel'])
          : null;
    if (name !== null) made.add(name);
    const unread = tree ? null : UNREAD_CREATE.exec(text)?.[1];
    if (unread) made.add(unread);
    const renamed = kind === 'RenameStmt' && node['renameType'] === 'OBJECT_TABLE' ? textOf(node['newname']) : null;
    if (renamed !== null && made.has(tableIn(node['relation']) ?? '')) made.add(renamed);
  }
  return made;
}

function stepsIn(
  statement: SqlStatement,
  kind: string,
  node: PgNode,
  made: ReadonlySet<string>,
  isPostgres: boolean,
): SqlBreak[] {
  const table = tableIn(node['relation']);
  const { range } = statement;
  switch (kind) {
    case 'DropStmt':
      return node['removeType'] === 'OBJECT_TABLE' &&
        droppedIn(node).some((each) => !made.has(each) && !/_(?:old|bak|backup|tmp|temp)$/i.test(each))
        ? [{ range, what: 'drop' }]
        : [];
    case 'RenameStmt':
      return /^OBJECT_(?:TABLE|COLUMN)$/.test(String(node['renameType'])) &&
        !(node['renameType'] === 'OBJECT_COLUMN' && node['relationType'] !== 'OBJECT_TABLE') &&
        !made.has(table ?? '')
        ? [{ range, what: 'rename' }]
        : [];
    case 'IndexStmt':
      return isPostgres && node['concurrent'] !== true && !made.has(table ?? '')
        ? [{ range: headOf(statement, node['relation']), what: 'index' }]
        : [];
    case 'AlterTableStmt':
      return node['objtype'] === 'OBJECT_TABLE' && !made.has(table ?? '') ? alterSteps(statement, node) : [];
    default:
      return [];
  }
}

/** The tables of `DROP TABLE a, s.b`. */
const droppedIn = (node: PgNode): string[] =>
  nodesOf(node['objects']).flatMap(({ node: list }) => namesIn(list['items']).at(-1) ?? []);

function alterSteps(statement: SqlStatement, node: PgNode): SqlBreak[] {
  const commands = commandsOf(statement, node);
  const dropped = new Set(
    commands.flatMap(({ command }) => (command['subtype'] === 'AT_DropColumn' ? (textOf(command['name']) ?? []) : [])),
  );
  const isFilled = (column: string | null): boolean =>
    commands.some(
      ({ command }) => command['subtype'] === 'AT_ColumnDefault' && command['def'] && command['name'] === column,
    );
  return commands.flatMap(({ command, range }): SqlBreak[] => {
    const definition = asNode(asNode(command['def'])?.['ColumnDef']);
    const column = textOf(command['name']) ?? textOf(definition?.['colname']);
    switch (command['subtype']) {
      case 'AT_DropColumn':
        return [{ range, what: 'drop' }];
      case 'AT_SetNotNull':
        return isFilled(column) ? [] : [{ range, what: 'required' }];
      case 'AT_AddColumn':
        // Dropped and added in one statement: its new type, told at the drop.
        return definition && isRequired(definition) && !dropped.has(column ?? '') ? [{ range, what: 'required' }] : [];
      case 'AT_AlterColumnType':
        return definition && isWidest(definition) ? [] : [{ range, what: 'type' }];
      default:
        return [];
    }
  });
}

/** Whether every row needs a value that nothing gives. */
function isRequired(column: PgNode): boolean {
  const kinds = nodesOf(column['constraints']).map(({ node }) => String(node['contype']));
  const isSerial = /serial/.test(namesIn(asNode(column['typeName'])?.['names']).at(-1) ?? '');
  return (
    kinds.some((each) => each === 'CONSTR_NOTNULL' || each === 'CONSTR_PRIMARY') &&
    !isSerial &&
    !kinds.some((each) => /^CONSTR_(?:DEFAULT|IDENTITY|GENERATED)$/.test(each))
  );
}

/** A type that every text fits, without a rewrite: https://www.postgresql.org/docs/current/sql-altertable.html#SQL-ALTERTABLE-NOTES */
function isWidest(column: PgNode): boolean {
  const type = asNode(column['typeName']);
  const name = namesIn(type?.['names']).at(-1);
  return (name === 'text' || name === 'varchar') && type?.['typmods'] === undefined;
}
