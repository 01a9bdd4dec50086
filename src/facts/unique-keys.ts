import type { BackendFile } from '../model/file.js';
import type { Project } from '../model/project.js';
import type { Query } from '../model/query.js';
import type { Node } from '../syntax/ast.js';
import { keyName } from '../syntax/nodes.js';
import { isGenerated } from './effects/generated.js';
import { entityKey } from './effects/names.js';
import type { Write } from './effects/writes.js';
import { addPrismaKeys, addSqlKeys, type UniqueKey, type UniqueKeys } from './unique-keys/schemas.js';
import { addSourceKeys } from './unique-keys/sources.js';
import { piecesOf } from './text.js';
import { follow } from './values.js';

/** Sources that may declare a unique key. */
const DECLARES = /\b[uU]nique\w*['"]?\s*[:(]|\bprimaryKey\s*\(|PrimaryColumn/;
const MAX_SOURCES = 400;

interface Known {
  readonly sources: readonly string[];
  readonly texts: readonly string[];
  readonly keys: UniqueKeys;
}
const known = new WeakMap<Project, Map<string, Known>>();

/** The unique keys that the workspace of a file declares: in Prisma and SQL schemas, entities, tables and migrations. */
export function uniqueKeysOf(file: BackendFile): ReadonlyMap<string, readonly UniqueKey[]> {
  const { project } = file;
  const root = project.findPackage(file.path)?.workspaceRoot;
  if (root === undefined) return new Map();
  const sources = project.filesMentioning(file.path, DECLARES);
  const texts = project.schemaTexts(file.path);
  let roots = known.get(project);
  if (!roots) known.set(project, (roots = new Map<string, Known>()));
  const memo = roots.get(root);
  if (memo && memo.sources === sources && memo.texts === texts) return memo.keys;
  const keys: UniqueKeys = new Map();
  for (const text of texts) (/^\s*model\s+\w+\s*\{/m.test(text) ? addPrismaKeys : addSqlKeys)(text, keys);
  for (const path of sources.slice(0, MAX_SOURCES)) {
    const source = project.open(path);
    if (source && source.kind !== 'test') addSourceKeys(source, keys);
  }
  roots.set(root, { sources, texts, keys });
  return keys;
}

/** Whether a creation brings a unique value of the caller's, so that the database refuses to make it twice. */
export function isRefusedRepeat(query: Query, write: Write, file: BackendFile): boolean {
  const entity = write.table ?? query.entity;
  if (entity === null) return false;
  const columns = columnsOf(query, write);
  if (!columns || (columns.given.size === 0 && !columns.isOpen)) return false;
  const keys = uniqueKeysOf(file).get(entityKey(entity)) ?? [];
  return keys.some((key) => key.columns.every((column) => isGiven(column, key, columns)));
}

interface Columns {
  /** Each with its value, where that is known. */
  readonly given: ReadonlyMap<string, Node | null>;
  /** There may be more. */
  readonly isOpen: boolean;
}

const normal = (name: string): string => name.replaceAll('_', '').toLowerCase();

function isGiven(column: string, key: UniqueKey, { given, isOpen }: Columns): boolean {
  const name = normal(column);
  for (const [each, value] of given) {
    // `user: { connect: … }` gives `userId`.
    if (normal(each) !== name && `${normal(each)}id` !== name) continue;
    return value === null || !isGenerated(value);
  }
  return isOpen && !key.isOptional && name !== 'id';
}

function columnsOf(query: Query, write: Write): Columns | null {
  if (query.text) return columnsOfText(query.text);
  return write.data && columnsIn(write.data, 0);
}

function columnsIn(node: Node, hops: number): Columns {
  const value = follow(node);
  if (value.type === 'ArrayExpression') {
    const first = value.elements[0];
    return first && hops < 5 ? columnsIn(first, hops + 1) : { given: new Map(), isOpen: false };
  }
  if (value.type !== 'ObjectExpression') return { given: new Map(), isOpen: true };
  const given = new Map<string, Node | null>();
  let isOpen = false;
  for (const property of value.properties) {
    if (property.type === 'SpreadElement') {
      const inner = hops < 5 ? columnsIn(property.argument, hops + 1) : { given: [], isOpen: true };
      for (const [name, inside] of inner.given) given.set(name, inside);
      isOpen ||= inner.isOpen;
      continue;
    }
    const name = keyName(property.key, property.computed);
    if (name === null) isOpen = true;
    else given.set(name, property.value);
  }
  return { given, isOpen };
}

/** `INSERT INTO t (a, b) VALUES …`. */
function columnsOfText(text: Node): Columns | null {
  const source = (piecesOf(text) ?? []).map((piece) => (piece.kind === 'text' ? piece.text : '?')).join('');
  const list = /insert\s+into\s+[\w."`[\]?]+\s*\(([^)]*)\)/i.exec(source)?.[1];
  if (list === undefined) return null;
  const names = list.split(',').map((name) => name.replaceAll(/["`[\]\s]/g, ''));
  return { given: new Map(names.filter((name) => normal(name) !== 'id').map((name) => [name, null])), isOpen: false };
}
