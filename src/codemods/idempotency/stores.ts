import { denote, denoteExport, findInstance } from '../../facts/entities.js';
import { exportsOf } from '../../facts/exports.js';
import { superOf } from '../../facts/entities.js';
import type { BackendFile } from '../../model/file.js';
import { decoratorName, decoratorsOf, unwrap } from '../../syntax/nodes.js';
import { Refusal } from '../plan.js';
import type { Target } from '../project/target.js';

export type Kind = 'ioredis' | 'redis' | 'pg' | 'knex' | 'prisma';

/** The client in which the keys are kept. */
export interface Store {
  readonly kind: Kind;
  readonly file: BackendFile;
  /** What the module exports: a name, or itself. */
  readonly name: string;
  readonly isDefault: boolean;
  /** It is a class that the framework injects. */
  readonly isInjected: boolean;
}

/** The types of clients, by how the libraries' rows name them. */
const KINDS: Readonly<Record<string, Kind>> = {
  'ioredis.Redis': 'ioredis',
  'redis.Client': 'redis',
  'pg.Pool': 'pg',
  'knex.Knex': 'knex',
  'prisma.Client': 'prisma',
  'prisma.PrismaClient': 'prisma',
};

const isRedis = ({ kind }: Store): boolean => kind === 'ioredis' || kind === 'redis';

/**
 * The shared client of the project to keep the keys in: Redis before SQL, unless another is asked for.
 * @throws {Refusal} where no module exports one
 */
export function findStore(target: Target, asked: string | null, isNest: boolean): Store {
  if (asked !== null && asked !== 'redis' && asked !== 'sql')
    throw new Refusal(`--store takes redis or sql, not "${asked}".`);
  const stores = allStores(target, isNest);
  const fitting = stores.filter((store) => asked === null || isRedis(store) === (asked === 'redis'));
  const store = fitting.find(isRedis) ?? fitting[0];
  if (store) return store;
  const wanted =
    asked === 'redis'
      ? 'Redis (ioredis, redis)'
      : asked === 'sql'
        ? 'Postgres (pg, Knex, Prisma)'
        : 'Redis or Postgres';
  throw new Refusal(
    `No module here exports a client of ${wanted} to keep the keys in: share one first (codemod singleton-client), or export it.`,
  );
}

function allStores(target: Target, isNest: boolean): Store[] {
  const found: Store[] = [];
  for (const file of target.all) {
    if (file.kind !== 'source' && file.kind !== 'config') continue;
    if (!/redis|pg|postgres|pool|prisma|knex/i.test(file.text)) continue;
    found.push(...exportedClients(file));
    if (isNest) found.push(...injectedClients(file));
  }
  // The module that makes a client before those that only hand it on.
  return found.sort((a, b) => Number(isMaker(b.file)) - Number(isMaker(a.file)));
}

const isMaker = ({ text }: BackendFile): boolean => /new \w+\(|createClient\(|knex\(/i.test(text);

function exportedClients(file: BackendFile): Store[] {
  const { names, whole } = exportsOf(file);
  const found: Store[] = [];
  for (const [name, exported] of names) {
    // A re-export is found where it comes from.
    if (!('node' in exported)) continue;
    const kind = kindOf(denoteExport(file, name), file);
    if (kind === null) continue;
    const isDefault = name === 'default';
    const node = unwrap(exported.node);
    const own = node.type === 'Identifier' ? node.name : kind === 'ioredis' ? 'redis' : kind;
    found.push({ kind, file, name: isDefault ? own : name, isDefault, isInjected: false });
  }
  if (whole && found.length === 0) {
    const node = unwrap(whole);
    const kind = kindOf(denote(node), file);
    if (kind !== null)
      found.push({
        kind,
        file,
        name: node.type === 'Identifier' ? node.name : kind,
        isDefault: true,
        isInjected: false,
      });
  }
  return found;
}

function kindOf(entity: ReturnType<typeof denote>, file: BackendFile): Kind | null {
  const instance = findInstance(entity);
  if (!instance || instance.proof === 'name') return null;
  const kind = KINDS[instance.type.id] ?? null;
  if (kind === 'knex' || kind === 'prisma') return isPostgres(kind, file) ? kind : null;
  return kind;
}

/** `@Injectable() class PrismaService extends PrismaClient`. */
function injectedClients(file: BackendFile): Store[] {
  return file.index.classes.flatMap((node) => {
    if (!node.id || !decoratorsOf(node).some((each) => decoratorName(each) === 'Injectable')) return [];
    const base = node.superClass ? superOf(node) : null;
    const isPrisma = base?.kind === 'export' && base.path.at(-1) === 'PrismaClient';
    if (!isPrisma || !isPostgres('prisma', file)) return [];
    return [{ kind: 'prisma' as const, file, name: node.id.name, isDefault: false, isInjected: true }];
  });
}

const OTHER_DRIVERS = ['mysql', 'mysql2', 'sqlite3', 'better-sqlite3', 'mssql', 'tedious', 'oracledb'];

/** The statements of the store are Postgres's. */
function isPostgres(kind: 'knex' | 'prisma', file: BackendFile): boolean {
  if (kind === 'knex') {
    const owner = file.project.findPackage(file.path);
    // With a second driver installed, which of them it is is settled elsewhere.
    return owner?.hasDependency('pg') === true && !OTHER_DRIVERS.some((name) => owner.hasDependency(name));
  }
  return file.project.schemaTexts(file.path).some((text) => /provider\s*=\s*["']postgres(?:ql)?["']/.test(text));
}
