import type { BackendFile } from '../../model/file.js';
import { entityKey } from '../effects/names.js';
import { prismaModels } from './prisma.js';
import { projectTables, tablesOf } from './tables.js';

/** What the project as a whole says of one table. */
export interface NamedTable {
  /** Columns by every name of theirs, as `columnKey` names them. */
  readonly columns: ReadonlySet<string>;
  /** The names under which code gives a new row its values. */
  readonly fields: readonly string[];
  readonly indexes: readonly (readonly string[])[];
  readonly foreignKeys: readonly { readonly names: readonly string[] }[];
}

/** The table of an entity's name; null where none is declared with its columns, or more than one is. */
export function tableNamed(entity: string, isPrisma: boolean, file: BackendFile): NamedTable | null {
  const name = entityKey(entity);
  if (isPrisma) {
    const found = prismaModels(file.project.schemaTexts(file.path)).filter(({ names }) => names.includes(name));
    return found.length === 1 ? found[0]! : null;
  }
  const declared = projectTables(file).get(name) ?? tablesOf(file).filter(({ names }) => names.includes(name));
  // Two tables of one name: which is meant can't be told.
  const [shown, ...others] = declared.filter(({ columns }) => columns.size > 0);
  if (!shown || others.length > 0) return null;
  return {
    columns: shown.columns,
    fields: shown.fields ?? [],
    indexes: declared.flatMap(({ indexes }) => indexes),
    foreignKeys: declared.flatMap(({ foreignKeys }) => foreignKeys),
  };
}
