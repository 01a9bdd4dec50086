import type { CacheAccess } from '../../model/cache.js';
import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  closest,
  enclosingFunction,
  isInside,
  findProperty,
  isFunction,
  literalText,
  unwrap,
} from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { getBinding } from '../bindings.js';
import { allCallers } from '../callers.js';
import { denote } from '../entities.js';
import { argumentAt, constantOf, follow } from '../values.js';
import { cacheAccessesOf, methodOf, purposeOf } from './accesses.js';
import { lastParts } from '../../syntax/file-names.js';

export type Expiry = 'set' | 'none' | 'unknown';

/** Whether what a write leaves in the cache goes away by itself: by the call, the client's default, or a call beside it. */
export function expiryOf(access: CacheAccess, file: BackendFile): Expiry {
  const own = ownExpiry(access);
  if (own !== 'none') return own;
  if (hasExpireBeside(access, file)) return 'set';
  return defaultExpiry(access, file);
}

function ownExpiry({ node, row }: CacheAccess): Expiry {
  if (node.arguments.some((argument) => argument.type === 'SpreadElement')) return 'unknown';
  if (row.words && node.arguments.some((argument) => row.words!.test(literalText(follow(argument)) ?? '')))
    return 'set';
  let answer: Expiry = 'none';
  for (const position of row.ttl ?? []) {
    const given = argumentAt(node, position);
    if (given === 'absent') continue;
    if (given === 'unknown') answer = 'unknown';
    else {
      const state = stateOf(given);
      if (state === 'set') return 'set';
      if (state === 'unknown') answer = 'unknown';
    }
  }
  // `set(key, value, ...)` with words that can't be read.
  const isRead = node.arguments.slice(2).every((argument) => literalText(follow(argument)) !== null);
  if (answer === 'none' && row.words && !isRead && (row.ttl?.length ?? 0) === 0) return 'unknown';
  return answer;
}

/** 0 and nothing are no expiry; a parameter that no caller gives is nothing. */
function stateOf(given: Node): Expiry {
  const constant = constantOf(given);
  if (constant === 0 || constant === null) return 'none';
  if (constant !== undefined) return 'set';
  const value = follow(given);
  if (value.type === 'Identifier' && value.name === 'undefined') return 'none';
  if (value.type === 'ObjectExpression') {
    const ttl = findProperty(value, 'ttl')?.value;
    return ttl ? stateOf(ttl) : value.properties.length === 0 ? 'none' : 'unknown';
  }
  if (value.type !== 'Identifier') return 'set';
  const binding = getBinding(value);
  if (binding.kind !== 'parameter' || binding.fallback || binding.path.length > 0) return 'set';
  const parameter = binding.fn.params[binding.index];
  if (parameter?.type !== 'Identifier' || !parameter.optional) return 'set';
  const callers = allCallers(binding.fn);
  if (!callers) return 'unknown';
  return callers.some((call) => argumentAt(call, String(binding.index)) !== 'absent') ? 'unknown' : 'none';
}

/** `expire(key, …)` in the same function, or a write with an expiry in another branch of it. */
function hasExpireBeside(access: CacheAccess, file: BackendFile): boolean {
  const fn = enclosingFunction(access.node);
  return cacheAccessesOf(file).some(
    (other) =>
      other !== access &&
      enclosingFunction(other.node) === fn &&
      (other.row.does === 'expire' ||
        (other.row.does === 'write' &&
          isSameKey(other, access, file) &&
          isOtherBranch(other.node, access.node) &&
          ownExpiry(other) === 'set')),
  );
}

/** `if (ttl) set(key, value, ttl); else set(key, value);` */
function isOtherBranch(other: Node, node: Node): boolean {
  const branch = closest(other, 'IfStatement', 'ConditionalExpression');
  return branch !== null && (!isInside(node, branch.consequent) || !isInside(other, branch.consequent));
}

const isSameKey = (a: CacheAccess, b: CacheAccess, file: BackendFile): boolean =>
  a.key !== null && b.key !== null && file.text.slice(...a.key.range) === file.text.slice(...b.key.range);

function defaultExpiry({ owner, library, row }: CacheAccess, file: BackendFile): Expiry {
  if (row.store) return 'none';
  if (library.name === 'nestjs-cache' || (library.name === 'cache-manager' && !owner?.at)) return moduleExpiry(file);
  if (!owner?.at) return owner?.proof === 'import' ? 'none' : 'unknown';
  const { at } = owner;
  if (at.type !== 'CallExpression' && at.type !== 'NewExpression') return 'unknown';
  const made = cacheAccessesOf(fileOf(at)).find(({ node }) => node === at);
  if (made?.row.does !== 'client') return 'unknown';
  return ownExpiry(made);
}

/** The default of Nest's `CacheModule`, wherever it is registered. */
function moduleExpiry(file: BackendFile): Expiry {
  const states = file.project.filesMentioning(file.path, 'CacheModule.register').flatMap((path) => {
    const other = path === file.path ? file : file.project.open(path);
    return other && other.kind !== 'test' ? other.memo(registrationsIn) : [];
  });
  if (states.length === 0) return 'unknown';
  return states.find((state) => state !== 'none') ?? 'none';
}

function registrationsIn(file: BackendFile): Expiry[] {
  return ['register', 'registerAsync'].flatMap((name) =>
    (file.index.calls.get(name) ?? []).flatMap((call): Expiry[] => {
      const callee = unwrap(call.callee);
      const module = callee.type === 'MemberExpression' ? denote(callee.object) : null;
      if (module?.kind !== 'instance' || !module.type.is('nestjs-cache.Module')) return [];
      return [name === 'register' ? optionOf(call.arguments[0]) : factoryOf(call.arguments[0])];
    }),
  );
}

function optionOf(options: Node | undefined): Expiry {
  if (!options) return 'none';
  const given = argumentAt({ arguments: [options as TSESTree.Expression] }, '0.ttl');
  if (given === 'absent') {
    // Stores of its own may have a ttl of their own.
    const object = follow(options);
    const stores =
      object.type === 'ObjectExpression' ? (findProperty(object, 'stores') ?? findProperty(object, 'store')) : null;
    return stores && /ttl/i.test(sourceText(stores)) ? 'set' : 'none';
  }
  return given === 'unknown' ? 'unknown' : stateOf(given);
}

function factoryOf(options: Node | undefined): Expiry {
  const object = options && follow(options);
  const factory = object?.type === 'ObjectExpression' ? findProperty(object, 'useFactory')?.value : undefined;
  const fn = factory && follow(factory);
  if (!isFunction(fn)) return 'unknown';
  return (
    allReturns(fn)
      .map((returned) => optionOf(unwrapAwaited(returned)))
      .find((state) => state !== 'none') ?? 'none'
  );
}

const unwrapAwaited = (node: Node): Node => (node.type === 'AwaitExpression' ? node.argument : node);

/** Keys that hold what must stay, or what is counted, locked or queued. */
const DURABLE =
  /lock|mutex|lease|sess(?:ion)?|queue|count|seq(?:uence)?\b|offset|cursor|checkpoint|watermark|flag|feature|config|setting|leader|presence|online|heartbeat|schedul|job|last[-_:A-Z]|state|status|progress|registry|subscri|member|leaderboard|rank|idempot|dedup|seen|processed|revoked|blacklist|denylist|blocklist|limit|quota|token|secret|migrat|version|index|alias|redirect|shortlink|slug/i;

/** Whether a write into a store that can keep things for ever is a cache: by its words, or because it is read first. */
export function isUsedAsCache(access: CacheAccess, file: BackendFile, durable: readonly string[]): boolean {
  const purpose = purposeOf(access, file);
  if (durable.some((word) => purpose.toLowerCase().includes(word.toLowerCase()))) return false;
  if (!access.row.store) return !/sess(?:ion)?s?\b|lock|queue/i.test(purpose) || /cache|hint/i.test(purpose);
  const keyWords = purpose.replaceAll(/cache/gi, '');
  const says = /cache/i.test(purpose) || /cach/i.test(lastParts(file.path, 1));
  if (DURABLE.test(keyWords) && !/cache/i.test(purpose.split(' ').slice(0, 3).join(' '))) return false;
  return says || isReadFirst(access, file) || (methodOf(access) === 'set' && isSerialized(access.value));
}

/** The same key is asked for before: `get`, and `set` where nothing was there. */
const isReadFirst = (access: CacheAccess, file: BackendFile): boolean => {
  const fn = enclosingFunction(access.node);
  return cacheAccessesOf(file).some(
    (other) =>
      other.row.does === 'read' &&
      other.node.range[0] < access.node.range[0] &&
      enclosingFunction(other.node) === fn &&
      isSameKey(other, access, file),
  );
};

const isSerialized = (value: Node | null): boolean => {
  const written = value && unwrap(value);
  return written?.type === 'CallExpression' && calleeName(written) === 'stringify';
};
