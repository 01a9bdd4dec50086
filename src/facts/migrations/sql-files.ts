import { basename, dirname, join } from 'node:path';

import type { Engine } from '../../model/schema.js';
import type { SchemaFile } from '../../model/schema-file.js';
import type { SqlComment, SqlScript, SqlStatement } from '../../sql/script.js';
import { engineNamed, enginesAt } from '../schema/engines.js';
import { hasPlace, isAmongNewest, orderedName } from './age.js';

export type SqlFile = SchemaFile<SqlScript>;

/** The comments by which one file holds both ways: dbmate, goose, sql-migrate, node-pg-migrate. */
const UP = /^\s*(?:migrate:up|\+\s*\w+\s+up|up migration)\b/i;
const DOWN = /^\s*(?:migrate:down|\+\s*\w+\s+down|down migration)\b/i;

const UP_NAME = /\.up\.sql$|^up\.sql$|\.do\.(?:[\w-]+\.)?sql$/i;
const DOWN_NAME =
  /\.down\.sql$|\.undo\.(?:[\w-]+\.)?sql$|[._-](?:rollback|revert|undo|down)\.sql$|^(?:down|rollback|revert|undo)\.sql$|^U\d[\d._]*__/i;
const DOWN_FOLDER = /^(?:down|downs|rollbacks?|reverts?|undo)$/i;
const VERSIONED = /^V\d[\d._]*__.*\.sql$/i;

/** Whether a file of SQL changes a database that is in use: a migration, by its folder, its name or its marks. */
export function isSqlMigration({ path, kind, tree }: SqlFile): boolean {
  if (kind === 'migration') return true;
  if (kind !== 'source' && kind !== 'config') return false;
  return (
    VERSIONED.test(basename(path)) ||
    UP_NAME.test(basename(path)) ||
    DOWN_NAME.test(basename(path)) ||
    tree.comments.some(({ value }) => UP.test(value)) ||
    // `drizzle/0007_orders.sql`
    (/^\d{3,}[-_.]/.test(orderedName(path)) && /drizzle|migrat/i.test(dirname(path)))
  );
}

/** Whether the file is the way back of another. */
export const isWayBack = ({ path }: SqlFile): boolean =>
  DOWN_NAME.test(basename(path)) || DOWN_FOLDER.test(basename(dirname(path)));

/** The statements of a migration that change the database on its way forward. */
export function forwardStatements(file: SqlFile): readonly SqlStatement[] {
  if (isWayBack(file)) return [];
  const { down } = marksOf(file);
  const { statements } = file.tree;
  return down ? statements.filter((each) => isForward(each, file)) : statements;
}

/** The marks of the two ways, where one file holds both. */
export function marksOf({ tree }: SqlFile): { readonly up: SqlComment | null; readonly down: SqlComment | null } {
  return {
    up: tree.comments.find(({ value }) => UP.test(value)) ?? null,
    down: tree.comments.find(({ value }) => DOWN.test(value)) ?? null,
  };
}

function isForward(statement: SqlStatement, { tree }: SqlFile): boolean {
  let forward = true;
  for (const { range, value } of tree.comments) {
    if (range[0] > statement.range[0]) break;
    if (UP.test(value)) forward = true;
    else if (DOWN.test(value)) forward = false;
  }
  return forward;
}

/** The statements behind the mark of the way back. */
export const backStatements = (file: SqlFile): readonly SqlStatement[] =>
  file.tree.statements.filter((each) => !isForward(each, file));

/** What pairs of files are named by: `3_users.up.sql` and `3_users.down.sql`, `003.do.users.sql` and `003.undo.users.sql`. */
export function wayBackOf({ path }: SqlFile): string | null {
  const name = basename(path);
  const back = /\.up\.sql$/i.test(name)
    ? name.replace(/\.up\.sql$/i, '.down.sql')
    : /^up\.sql$/i.test(name)
      ? 'down.sql'
      : name.replace(/\.do\./i, '.undo.');
  return back === name ? null : join(dirname(path), back);
}

/** How many of a folder's migrations are looked at: those before have run everywhere, and nobody changes them any more. */
export const NEWEST = 5;

/** Whether a migration is one of the `newest` of those beside it. */
export function isRecentSql(file: SqlFile, newest: number): boolean {
  const { path, project } = file;
  if (newest === 0 || !hasPlace(path)) return true;
  const isByFolder = orderedName(path) !== basename(path);
  const home = isByFolder ? dirname(dirname(path)) : dirname(path);
  const all = project
    .schemaFiles(path)
    .filter((each) =>
      isByFolder
        ? basename(each) === basename(path) && dirname(dirname(each)) === home
        : dirname(each) === home && each.endsWith('.sql') && !DOWN_NAME.test(basename(each)),
    );
  return isAmongNewest(path, all, newest);
}

const BY_FOLDER: readonly (readonly [RegExp, Engine | 'other'])[] = [
  [/(?:^|[\\/_-])(?:postgres(?:ql)?|pg|supabase|cockroach(?:db)?)(?:[\\/_-]|$)/i, 'postgres'],
  [/(?:^|[\\/_-])(?:mysql|mariadb|planetscale)(?:[\\/_-]|$)/i, 'mysql'],
  [/(?:^|[\\/_-])(?:sqlite|libsql|turso|d1)(?:[\\/_-]|$)/i, 'sqlite'],
  [/(?:^|[\\/_-])(?:mssql|sqlserver)(?:[\\/_-]|$)/i, 'mssql'],
  [/(?:^|[\\/_-])clickhouse(?:[\\/_-]|$)/i, 'other'],
];

/** The engines that a file of SQL may be written for: as Prisma's lock says, its folder, its own words, or the package's data sources; null for one that isn't known here. */
export function enginesOfSql({ path, text, project }: SqlFile): ReadonlySet<Engine> | null {
  const lock = project.schemaText(join(dirname(dirname(path)), 'migration_lock.toml'));
  const provider = /^\s*provider\s*=\s*"(\w+)"/m.exec(lock ?? '')?.[1];
  if (provider !== undefined) return new Set([engineNamed(provider)]);
  const folder = BY_FOLDER.find(([pattern]) => pattern.test(dirname(path).split(/[\\/]/).slice(-4).join('/')));
  if (folder) return folder[1] === 'other' ? null : new Set([folder[1]]);
  if (/\bENGINE\s*=?\s*\w*MergeTree\b/i.test(text)) return null;
  if (/`|\bAUTO_INCREMENT\b|\bENGINE\s*=/i.test(text)) return new Set(['mysql']);
  if (/\bPRAGMA\b|\bAUTOINCREMENT\b/i.test(text)) return new Set(['sqlite']);
  return enginesAt(project, path);
}
