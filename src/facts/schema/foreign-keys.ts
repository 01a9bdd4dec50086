import type { BackendFile } from '../../model/file.js';
import type { Engine, ForeignKey, Table } from '../../model/schema.js';
import { isRecentMigration } from '../migrations/age.js';
import { columnKey } from './names.js';
import { enginesOf, needsIndex } from './engines.js';
import { isLeading, projectTables, tablesOf } from './tables.js';

/** A foreign key that a join or a delete of its parent has to scan the table for. */
export interface BareKey {
  readonly key: ForeignKey;
  readonly table: Table;
}

/** Migrations of a folder that are looked at: those before are applied, and their tables shown better by the models. */
const NEWEST = 5;

/** Columns that say who did something last: nothing is looked up by them where the row has an owner besides. */
const AUDIT = /^(?:last)?(?:created|updated|modified|deleted|archived|banned|suspended|invited)by(?:user)?(?:id)?$/;

export const isAuditColumn = (column: string): boolean => AUDIT.test(columnKey(column));

const isAudit = (key: ForeignKey, table: Table): boolean =>
  isAuditColumn(key.column) && table.foreignKeys.some((other) => !isAuditColumn(other.column));

/** The foreign keys of a file's tables that no index of the project leads with. */
export function bareKeysOf(file: BackendFile, database: Engine | null): BareKey[] {
  const candidates = tablesOf(file).flatMap((table) =>
    table.foreignKeys
      .filter((key) => !isLeading(key.names, table.indexes) && !isAudit(key, table))
      .map((key) => ({ table, key })),
  );
  const needing = candidates.filter(({ table }) => {
    const engines = table.engine ? [table.engine] : database ? [database] : [...enginesOf(file)];
    return engines.some((engine) => needsIndex(engine, table.tool));
  });
  if (needing.length === 0) return [];
  const isMigration = file.kind === 'migration';
  if (isMigration && !isRecentMigration(file, NEWEST)) return [];
  const tables = projectTables(file);
  const reported = new Set<string>();
  return needing.filter(({ table, key }) => {
    const others = [
      ...tablesOf(file).filter((each) => each.names.some((name) => table.names.includes(name))),
      ...table.names.flatMap((name) => tables.get(name) ?? []),
    ];
    if (others.some((each) => isLeading(key.names, each.indexes))) return false;
    // Told once: at the column rather than at the association, at the model rather than at the migration.
    const columns = new Set(key.names.map(columnKey));
    const isToldElsewhere = others.some(
      (each) =>
        (key.isAssociation || (isMigration && each.columns.size > 0)) &&
        each.foreignKeys.some(
          (other) => (!other.isAssociation || isMigration) && other.names.some((name) => columns.has(columnKey(name))),
        ),
    );
    const id = `${table.names.join()}.${columnKey(key.column)}`;
    if (isToldElsewhere || reported.has(id)) return false;
    reported.add(id);
    return true;
  });
}
