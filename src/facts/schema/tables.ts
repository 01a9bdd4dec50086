import type { BackendFile } from '../../model/file.js';
import type { Project } from '../../model/project.js';
import type { Table } from '../../model/schema.js';
import { entityKey } from '../effects/names.js';
import { drizzleTables } from './drizzle.js';
import { entityTables } from './entities.js';
import { migratedTables, renamesIn } from './migrations.js';
import { mongooseTables } from './mongoose.js';
import { columnKey } from './names.js';
import { sequelizeTables } from './sequelize.js';
import { indexesInSql } from './sql.js';

/** Everything that a file says of tables. */
export const tablesOf = (file: BackendFile): readonly Table[] => file.memo(findTables);

const findTables = (file: BackendFile): Table[] => [
  ...entityTables(file),
  ...drizzleTables(file),
  ...mongooseTables(file),
  ...sequelizeTables(file),
  ...migratedTables(file),
];

/** Sources that may declare a table, or an index of one. */
const DECLARES =
  /@(?:Entity|Table|Schema|Index|Unique)\b|\b\w*Table\(|\.index\(|\.init\(|\.define\(|createIndex|addIndex|addConstraint|renameTable|belongsTo\(|EntitySchema|defineEntity|\bSchema\(|create\s+(?:unique\s+)?index/i;
const MAX_SOURCES = 400;

interface Known {
  readonly sources: readonly string[];
  readonly texts: readonly string[];
  readonly tables: ReadonlyMap<string, readonly Declared[]>;
}

/** What the project says of a table, by the place that says it. */
export type Declared = Pick<Table, 'indexes' | 'columns' | 'fields' | 'foreignKeys' | 'tool' | 'engine'> & {
  /** Null for what SQL says. */
  readonly node: Table['node'] | null;
};

const known = new WeakMap<Project, Map<string, Known>>();

/** What the workspace of a file says of its tables, by their names as `entityKey` names them. */
export const projectTables = (file: BackendFile): ReadonlyMap<string, readonly Declared[]> =>
  tablesAround(file.project, file.path) ?? byName(tablesOf(file));

/** What the workspace round a path says of its tables; null where there is no package. */
export function tablesAround(project: Project, path: string): ReadonlyMap<string, readonly Declared[]> | null {
  const root = project.findPackage(path)?.workspaceRoot;
  if (root === undefined) return null;
  const sources = project.filesMentioning(path, DECLARES);
  const texts = project.schemaTexts(path);
  let roots = known.get(project);
  if (!roots) known.set(project, (roots = new Map<string, Known>()));
  const memo = roots.get(root);
  if (memo && memo.sources === sources && memo.texts === texts) return memo.tables;
  const opened = sources.slice(0, MAX_SOURCES).flatMap((each) => {
    const source = project.open(each);
    return source && source.kind !== 'test' ? source : [];
  });
  const tables = byName(opened.flatMap(tablesOf));
  for (const [from, to] of opened.flatMap(renamesIn))
    tables.set(to, [...(tables.get(to) ?? []), ...(tables.get(from) ?? [])]);
  for (const text of texts)
    for (const { table, columns } of indexesInSql(text)) {
      const name = entityKey(table);
      tables.set(name, [
        ...(tables.get(name) ?? []),
        { tool: 'sql', engine: null, indexes: [columns], columns: new Set(), foreignKeys: [], node: null },
      ]);
    }
  roots.set(root, { sources, texts, tables });
  return tables;
}

function byName(tables: readonly Table[]): Map<string, Declared[]> {
  const found = new Map<string, Declared[]>();
  for (const table of tables)
    for (const name of table.names) {
      const list = found.get(name);
      if (list) list.push(table);
      else found.set(name, [table]);
    }
  return found;
}

/** Whether one of the indexes starts with the column that has one of these names. */
export function isLeading(names: readonly string[], indexes: Table['indexes']): boolean {
  const keys = new Set(names.map(columnKey));
  return indexes.some(([first]) => first !== undefined && first !== '' && keys.has(columnKey(first)));
}
