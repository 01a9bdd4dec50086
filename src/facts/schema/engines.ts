import type { BackendFile } from '../../model/file.js';
import type { Project } from '../../model/project.js';
import type { Engine, SchemaTool } from '../../model/schema.js';

const DRIVERS: Readonly<Record<string, Engine>> = {
  pg: 'postgres',
  'pg-native': 'postgres',
  'pg-promise': 'postgres',
  postgres: 'postgres',
  '@neondatabase/serverless': 'postgres',
  '@vercel/postgres': 'postgres',
  '@electric-sql/pglite': 'postgres',
  '@mikro-orm/postgresql': 'postgres',
  mysql: 'mysql',
  mysql2: 'mysql',
  mariadb: 'mysql',
  '@planetscale/database': 'mysql',
  '@mikro-orm/mysql': 'mysql',
  '@mikro-orm/mariadb': 'mysql',
  sqlite3: 'sqlite',
  'better-sqlite3': 'sqlite',
  'sql.js': 'sqlite',
  '@libsql/client': 'sqlite',
  '@mikro-orm/sqlite': 'sqlite',
  '@mikro-orm/better-sqlite': 'sqlite',
  '@mikro-orm/libsql': 'sqlite',
  mssql: 'mssql',
  tedious: 'mssql',
  '@mikro-orm/mssql': 'mssql',
};

/** What configurations call the engines: TypeORM's `type`, Sequelize's `dialect`, Knex's `client`. */
const NAMED =
  /\b(?:type|dialect|client|database|provider)\s*:\s*['"](postgres|postgresql|pg|cockroachdb|aurora-postgres|mysql|mysql2|mariadb|sqlite|sqlite3|better-sqlite3|libsql|mssql)['"]/g;
const MENTIONS = new RegExp(NAMED.source);

/** The engine that a configuration means by a name. */
export const engineNamed = (name: string): Engine =>
  /pg|postgres|cockroach/.test(name)
    ? 'postgres'
    : /sqlite|libsql/.test(name)
      ? 'sqlite'
      : /mssql|sqlserver/.test(name)
        ? 'mssql'
        : 'mysql';

/** The engines that the package of a file runs on: those its data sources name, else those of its drivers. */
export const enginesOf = (file: BackendFile): ReadonlySet<Engine> => file.memo(findEngines);

const findEngines = (file: BackendFile): ReadonlySet<Engine> => enginesAt(file.project, file.path);

/** The engines that the package round a path runs on. */
export function enginesAt(project: Project, path: string): ReadonlySet<Engine> {
  const dependencies = project.dependenciesOf(path);
  const installed = new Set(Object.keys(DRIVERS).flatMap((name) => (dependencies?.has(name) ? [DRIVERS[name]!] : [])));
  const named = new Set<Engine>();
  for (const each of project.filesMentioning(path, MENTIONS).slice(0, 20)) {
    const source = project.open(each);
    if (source && (source.kind === 'source' || source.kind === 'config'))
      for (const [, name] of source.text.matchAll(NAMED)) named.add(engineNamed(name!));
  }
  return named.size > 0 ? named : installed;
}

/**
 * Whether foreign keys need an index of their own. InnoDB makes one
 * (https://dev.mysql.com/doc/refman/8.4/en/create-table-foreign-keys.html), PostgreSQL
 * (https://www.postgresql.org/docs/current/ddl-constraints.html#DDL-CONSTRAINTS-FK), SQLite and SQL Server don't.
 * MikroORM's schema generator indexes them on every engine but PostgreSQL (`Platform.indexForeignKeys`).
 */
export const needsIndex = (engine: Engine, tool: SchemaTool): boolean =>
  tool === 'mikro-orm' ? engine === 'postgres' : engine !== 'mysql';
