import type { SqlDoor } from '../facts/sql-doors.js';
import { fileOf } from '../model/file.js';
import type { HolePosition } from '../sql/index.js';

export type Database = 'postgres' | 'mysql' | 'sqlite' | 'mssql';

const DRIVERS: Readonly<Record<Database, readonly string[]>> = {
  postgres: ['pg', 'postgres', '@neondatabase/serverless', '@electric-sql/pglite', '@vercel/postgres', 'pg-native'],
  mysql: ['mysql2', 'mysql', 'mariadb', '@planetscale/database'],
  sqlite: ['better-sqlite3', 'sqlite3', 'sqlite', '@libsql/client', 'sql.js'],
  mssql: ['mssql', 'tedious'],
};
const OF_LIBRARY: Readonly<Record<string, Database>> = {
  pg: 'postgres',
  postgres: 'postgres',
  neon: 'postgres',
  'vercel-postgres': 'postgres',
  pglite: 'postgres',
  mysql: 'mysql',
  mysql2: 'mysql',
  'better-sqlite3': 'sqlite',
  'node-sqlite': 'sqlite',
  sqlite3: 'sqlite',
  sqlite: 'sqlite',
  d1: 'sqlite',
  libsql: 'sqlite',
  mssql: 'mssql',
};

/** The database behind a door: by its client, or by the one driver that the package depends on; null where that is open. */
export function databaseOf(door: SqlDoor): Database | null {
  const own = OF_LIBRARY[door.library?.name ?? ''];
  if (own) return own;
  const file = fileOf(door.call);
  const owner = file.project.findPackage(file.path);
  const found = (Object.keys(DRIVERS) as Database[]).filter((database) =>
    DRIVERS[database].some((name) => owner?.hasDependency(name)),
  );
  return found.length === 1 ? found[0]! : null;
}

/** Clients that write the values into the text themselves, where a number given as text becomes a quoted one. */
const QUOTING = new Set(['mysql', 'mysql2', 'sequelize', 'knex', 'objection', 'typeorm', 'mikro-orm']);

/** Whether binding the value would break the query. */
export function isWrong(
  door: SqlDoor,
  position: HolePosition,
  database: Database | null,
  placeholder: string,
): boolean {
  if (position.role !== 'limit') return false;
  const bindsText =
    database === 'sqlite' || (database === 'postgres' && (placeholder === '$n' || placeholder === 'tag'));
  return !bindsText || QUOTING.has(door.library?.name ?? '');
}

/** Functions of Postgres that take arguments of any type, and so can't tell a parameter's. */
const POLYMORPHIC =
  /(?:jsonb?_build_\w+|to_jsonb?|concat(?:_ws)?|format|num_n\w+|array_\w+|coalesce|greatest|least|pg_typeof)\s*\([^()]*$/i;
const OPERATOR = /(?:[-+*/%|]|\bdiv\b)\s*$/i;
const OPERATOR_AFTER = /^\s*(?:[-+*/%]|\|\|)/;

/** Whether the bound value may be read as of another type than the text was: a person has to look. */
export function isUncertain(
  door: SqlDoor,
  position: HolePosition,
  [before, after]: readonly [string, string],
  database: Database | null,
): boolean {
  // Prisma names each parameter's type, and Postgres then compares no text with a uuid, number or date.
  if (door.library?.name === 'prisma') return true;
  if (POLYMORPHIC.test(before.replace(/'[^']*$/, ''))) return true;
  if (position.role === 'quoted' || position.quote) return false;
  if (position.role === 'limit' || position.role === 'list') return false;
  if (OPERATOR.test(before) || OPERATOR_AFTER.test(after)) return true;
  return position.column === undefined || (database === null && door.row.placeholder !== '$n');
}
