import { basename, dirname } from 'node:path';

import { readScript, type SqlStatement } from '../../sql/script.js';
import { INTENT } from './migrations.js';
import {
  backStatements,
  forwardStatements,
  isSqlMigration,
  isWayBack,
  marksOf,
  wayBackOf,
  type SqlFile,
} from './sql-files.js';
import { kindOf } from './sql-tree.js';

/** What is wrong with the way back of a migration in SQL, and where that is told. */
export interface WayBackFault {
  readonly what: 'absent' | 'empty';
  readonly range: readonly [start: number, end: number];
}

/**
 * The fault in a migration's way back, by the custom of its tool: a section behind a mark, or a file of its own beside it.
 * Prisma, Drizzle, Flyway and Supabase know none, and nothing is asked of them.
 */
export function findWayBackFault(file: SqlFile): WayBackFault | null {
  if (!isSqlMigration(file) || isWayBack(file) || INTENT.test(file.text)) return null;
  const forward = forwardStatements(file);
  const first = forward.find((each) => changesSchema(each));
  if (!first) return null;
  const { up, down } = marksOf(file);
  if (up) {
    if (!down) return { what: 'absent', range: up.range };
    return backStatements(file).length === 0 ? { what: 'empty', range: down.range } : null;
  }
  const back = wayBackOf(file);
  if (back === null || !isPaired(file)) return null;
  const text = file.project.schemaText(back);
  if (text === null) return { what: 'absent', range: first.range };
  return readScript(text).statements.length === 0 && !INTENT.test(text) ? { what: 'empty', range: first.range } : null;
}

/** Whether the folder's migrations come in pairs: `up` says so, and `do` where any has its `undo`. */
const isPaired = ({ path, project }: SqlFile): boolean =>
  /(?:^|\.)up\.sql$/i.test(basename(path)) ||
  project.schemaFiles(path).some((each) => dirname(each) === dirname(path) && /\.undo\./i.test(basename(each)));

const SCHEMA = /^(?:Create|Alter|Drop|Rename|Index|ViewStmt|Comment)/;

/** Whether a statement changes the schema; what can't be read does by its first word. */
function changesSchema(statement: SqlStatement): boolean {
  const found = kindOf(statement.tree);
  return found ? SCHEMA.test(found.kind) : /^(?:create|alter|drop|rename)$/i.test(statement.tokens[0]!.text);
}
