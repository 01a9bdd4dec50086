import { libraries } from '../libraries/index.js';
import { namesWith } from '../libraries/registry.js';
import type { Entity } from '../model/entity.js';
import { type BackendFile, sourceText } from '../model/file.js';
import type { StorageMedium, StorageRow } from '../model/library.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { memberName, outward, unwrap, unwrapAwait, wrapped } from '../syntax/nodes.js';
import { findVariable } from './bindings.js';
import { denote, libraryOf, rowOf } from './entities.js';
import { cookieAccessesOf } from './script-cookies.js';
import { mediumOf } from './storage-media.js';
import { wrappedStorageOf } from './storage-wrappers.js';
import { builtText, type TextPart } from './text.js';
import { alternatives, argumentAt, findArgument, follow } from './values.js';

/** What the code does to one entry of a storage that scripts of the client can read. */
export interface StorageAccess {
  readonly does: 'write' | 'read' | 'handle' | 'persist';
  readonly medium: StorageMedium;
  /** The storage as its reader knows it: `localStorage`, `AsyncStorage`, `document.cookie`. */
  readonly store: string;
  /** The call, assignment or member that does it, or the one pair of several. */
  readonly node: Node;
  /** The text of the entry's key, in parts; null where it has none. */
  readonly key: readonly TextPart[] | null;
  readonly value: Node | null;
  readonly row: StorageRow | null;
}

/** Whether a text can do anything to a client's storage itself, rather than through another file. */
export const STORAGE_TEXT = new RegExp(
  String.raw`\b(?:local|session)Storage\b|\bdocument\b.{0,3}\bcookie\b|\bindexedDB\b|\bIDB[DOT]\w+|\bStorage\b|\bCookies\.[gs]et\b|['"](?:${libraries
    .filter(({ kind }) => kind === 'storage')
    .flatMap(({ modules }) => modules)
    .map((module) => module.replace('/*', '').replaceAll('/', '\\/'))
    .join('|')})['"/]`,
);

/** Every access of a file to client storage; through wrappers of the project only where a token may be given to one. */
export const storageOf = (file: BackendFile): readonly StorageAccess[] => file.memo(findAll);

const findAll = (file: BackendFile): readonly StorageAccess[] => [...directStorageOf(file), ...wrappedStorageOf(file)];

/** The accesses made right there: through a library, a property, or `document.cookie`. */
export const directStorageOf = (file: BackendFile): readonly StorageAccess[] => file.memo(findAccesses);

function findAccesses(file: BackendFile): StorageAccess[] {
  if (!STORAGE_TEXT.test(file.text)) return [];
  const accesses: StorageAccess[] = [...cookieAccessesOf(file)];
  for (const name of namesWith('storage'))
    for (const call of name === '' ? [] : (file.index.calls.get(name) ?? [])) accesses.push(...accessesAt(call));
  accesses.push(...callsOfHandles(file), ...entriesOf(file));
  return accesses.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** Functions known by what made them, under whatever name: `const [, setCookie] = useCookies()`, `import get from '…'`. */
function callsOfHandles(file: BackendFile): StorageAccess[] {
  const known = namesWith('storage');
  const found: StorageAccess[] = [];
  for (const [name, calls] of file.index.calls) {
    if (known.has(name)) continue;
    for (const call of calls)
      if (call.callee.type === 'Identifier' && call.arguments.length > 0 && findVariable(call.callee))
        found.push(...accessesAt(call));
  }
  return found;
}

/** What a call does to client storage by its library's row. */
export function accessesAt(call: TSESTree.CallExpression): StorageAccess[] {
  const callee = denote(call.callee);
  const row = rowOf(callee)?.storage;
  if (!row || !callee || row.does === 'entry' || isServers(call, row, callee)) return [];
  const store = row.store === undefined ? undefined : argumentAt(call, row.store);
  const handed = store !== undefined && typeof store !== 'string';
  const medium = handed ? mediumOf(store) : row.medium;
  if (!medium) return [];
  const access = {
    does: row.does,
    medium,
    store: storeName(call, callee, medium),
    node: call as Node,
    row,
    value: row.value === undefined ? null : findArgument(call, [row.value]),
  };
  if (row.does === 'persist') return [{ ...access, key: null }];
  if (row.entries !== undefined) return severalAt(call, row.entries, access);
  const key = row.key === undefined ? null : findArgument(call, [row.key]);
  if (!key && !access.value) return [];
  return [{ ...access, key: key && partsOf(key) }];
}

/** The parts of a key's text; a key that is no text is one hole. */
export const partsOf = (key: Node): readonly TextPart[] => builtText(key).parts;

function severalAt(
  call: TSESTree.CallExpression,
  position: string,
  access: Omit<StorageAccess, 'key'>,
): StorageAccess[] {
  const given = findArgument(call, [position]);
  const list = given && follow(given);
  if (list?.type === 'ObjectExpression')
    return list.properties.flatMap((property) =>
      property.type === 'Property' && !property.computed
        ? [{ ...access, node: property, key: [named(memberKey(property), property.key)], value: property.value }]
        : [],
    );
  if (list?.type !== 'ArrayExpression') return [];
  return list.elements.flatMap((element) => {
    if (!element || element.type === 'SpreadElement') return [];
    const pair = follow(element);
    if (pair.type !== 'ArrayExpression') return [{ ...access, node: element, key: partsOf(element) }];
    const [key, value] = pair.elements;
    if (!key || key.type === 'SpreadElement') return [];
    return [
      { ...access, node: element, key: partsOf(key), value: value && value.type !== 'SpreadElement' ? value : null },
    ];
  });
}

const memberKey = (property: TSESTree.Property): string =>
  property.key.type === 'Identifier'
    ? property.key.name
    : property.key.type === 'Literal'
      ? String(property.key.value)
      : '';
const named = (text: string, node: Node): TextPart => ({ kind: 'text', text, node });

/** Whether a call that works on both sides is the server's here. */
function isServers(call: TSESTree.CallExpression, row: StorageRow, callee: Entity): boolean {
  if (row.server?.some((position) => isGiven(call, position))) return true;
  return callee.kind === 'method' && isServerMade(callee.owner?.at ?? null, row);
}

const isServerMade = (made: Node | null, row: StorageRow): boolean =>
  row.serverMade !== undefined &&
  (made?.type === 'NewExpression' || made?.type === 'CallExpression') &&
  isGiven(made, row.serverMade);

function isGiven(call: TSESTree.CallExpression | TSESTree.NewExpression, position: string): boolean {
  const given = argumentAt(call, position);
  if (given === 'absent') return false;
  if (given === 'unknown') {
    // `setCookie(name, value, ctx)`: the server's context by its name; any other options say nothing.
    const whole = call.arguments[Number(position.split('.')[0])];
    return !!whole && /\b(?:ctx|context|req|request|res|response|event)\b/.test(sourceText(whole));
  }
  const value = follow(given);
  if (value.type === 'Literal') return value.value !== null && value.value !== false;
  return !(value.type === 'Identifier' && value.name === 'undefined');
}

/** `localStorage.token`, `localStorage[KEY]`, `cookies.token`: read, or written by assignment. */
function entriesOf(file: BackendFile): StorageAccess[] {
  const found: StorageAccess[] = [];
  for (const member of candidateMembers(file)) {
    const owner = denote(member.object);
    if (owner?.kind !== 'instance') continue;
    const name = memberName(member);
    const row = name === null ? entryRow(owner) : owner.type.findMember(name)?.storage;
    if (row?.does !== 'entry' || isServerMade(owner.at, row)) continue;
    const use = outward(member);
    // `delete localStorage.token`; a method called is no entry; `localStorage.token ?? ''` is.
    if (use?.type === 'UnaryExpression' && use.operator === 'delete') continue;
    if (use?.type === 'CallExpression' && unwrap(use.callee) === member) continue;
    const written = use?.type === 'AssignmentExpression' && unwrap(use.left) === member ? use : null;
    found.push({
      does: written ? 'write' : 'read',
      medium: row.medium,
      store: nameOf(member.object) || STORES[row.medium],
      node: written ?? wrapped(member),
      key: name === null ? partsOf(member.property) : [named(name, member.property)],
      value: written?.right ?? null,
      row,
    });
  }
  return [...found, ...destructuredEntries(file)];
}

const entryRow = (owner: Extract<Entity, { kind: 'instance' }>): StorageRow | undefined =>
  owner.type.findMember('any other')?.storage;

/** Members of names that denote a store: of the globals themselves, and of variables that stand for one. */
function candidateMembers(file: BackendFile): TSESTree.MemberExpression[] {
  const roots: Node[] = [];
  const { globalScope } = file.scopes;
  for (const name of ['localStorage', 'sessionStorage']) {
    roots.push(...(file.index.members.get(name) ?? []));
    // Of undeclared names, and of those that the configuration declares as globals.
    const references = [...(globalScope?.through ?? []), ...(globalScope?.set.get(name)?.references ?? [])];
    for (const { identifier } of references) if (identifier.name === name) roots.push(identifier);
  }
  for (const name of ['parseCookies', 'get']) roots.push(...(file.index.calls.get(name) ?? []).filter(isEntryStore));
  for (const { id, init } of file.index.declarators) {
    if (!init) continue;
    const names = id.type === 'Identifier' ? [id] : isNamedStore(id) ? storesIn(id) : [];
    for (const name of names) {
      // A computed or plain member of it somewhere, before anything is resolved.
      const variable = findVariable(name);
      const members = variable?.references.map((reference) => (reference.identifier as Node).parent) ?? [];
      if (members.some((parent) => parent?.type === 'MemberExpression') && isEntryStore(name))
        roots.push(...variable!.references.map(({ identifier }) => identifier as Node));
    }
  }
  const members = new Set<TSESTree.MemberExpression>();
  // Of a field or another file's storage: only what is named for a token is resolved.
  for (const [name, named] of file.index.members)
    if (/tok|jwt|bearer/i.test(name)) for (const member of named) members.add(member);
  for (const root of roots) {
    const parent = outward(root);
    if (parent?.type === 'MemberExpression' && unwrap(parent.object) === unwrap(root)) members.add(parent);
  }
  return [...members];
}

const isNamedStore = (pattern: Node): pattern is TSESTree.ArrayPattern | TSESTree.ObjectPattern =>
  pattern.type === 'ArrayPattern' || pattern.type === 'ObjectPattern';

function storesIn(pattern: TSESTree.ArrayPattern | TSESTree.ObjectPattern): TSESTree.Identifier[] {
  const targets: (Node | null)[] =
    pattern.type === 'ArrayPattern'
      ? pattern.elements
      : pattern.properties.map((property) => (property.type === 'Property' ? property.value : property.argument));
  return targets.filter((target): target is TSESTree.Identifier => target?.type === 'Identifier');
}

function isEntryStore(node: Node): boolean {
  const entity = denote(node);
  return entity?.kind === 'instance' && entryRow(entity)?.does === 'entry';
}

/** `const { token } = parseCookies()`. */
function destructuredEntries(file: BackendFile): StorageAccess[] {
  const found: StorageAccess[] = [];
  for (const { id, init } of file.index.declarators) {
    if (id.type !== 'ObjectPattern' || !init) continue;
    const owner = denote(init);
    if (owner?.kind !== 'instance') continue;
    for (const property of id.properties) {
      if (property.type !== 'Property' || property.computed) continue;
      const row = owner.type.findMember(memberKey(property))?.storage;
      if (row?.does !== 'entry' || isServerMade(owner.at, row)) continue;
      found.push({
        does: 'read',
        medium: row.medium,
        store: nameOf(init) || STORES[row.medium],
        node: property,
        key: [named(memberKey(property), property.key)],
        value: null,
        row,
      });
    }
  }
  return found;
}

function storeName(call: TSESTree.CallExpression, callee: Entity, medium: StorageMedium): string {
  const object = unwrap(call.callee);
  if (callee.kind === 'method' && callee.owner && object.type === 'MemberExpression') {
    const owner = nameOf(object.object);
    if (owner !== '') return owner;
  }
  return libraryOf(callee)?.name === 'async-storage' ? 'AsyncStorage' : STORES[medium];
}

/** What a medium is called where no storage is named. */
export const STORES: Readonly<Record<StorageMedium, string>> = {
  web: 'Web storage',
  native: "The app's preferences",
  cookie: 'A script-readable cookie',
  database: 'IndexedDB',
};

/** The storage as written, through aliases: `localStorage` for `store` where `const store = window.localStorage`. */
function nameOf(node: Node): string {
  for (const candidate of [...alternatives(node), node]) {
    const value = unwrapAwait(candidate);
    if (value.type === 'Identifier') return value.name;
    if (value.type === 'MemberExpression') return memberName(value) ?? '';
  }
  return '';
}
