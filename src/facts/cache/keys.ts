import type { CacheAccess } from '../../model/cache.js';
import { type BackendFile, sourceText } from '../../model/file.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import {
  calleeName,
  closest,
  enclosingFunction,
  isFunction,
  isInside,
  literalText,
  memberName,
  unwrap,
} from '../../syntax/nodes.js';
import { allOf, allReturns } from '../../syntax/walk.js';
import { getBinding } from '../bindings.js';
import { denote, findCalled } from '../entities.js';
import { follow } from '../values.js';
import { cacheAccessesOf, prefixOf } from './accesses.js';

/** A key under which other data may be found than was meant. */
export interface LooseKey {
  /** `bare`: no prefix; `raw`: the request's own text; `json`: an object in whatever order; `shared`: no caller in it; `missing`: a variable is not part of it. */
  readonly kind: 'bare' | 'raw' | 'json' | 'shared' | 'missing';
  readonly node: Node;
  /** The variable that is missing, or the key as written. */
  readonly what: string;
}

/** The loose keys of a file, each once a function. */
export function looseKeysOf(file: BackendFile): LooseKey[] {
  const seen = new Map<FunctionNode | null, Set<string>>();
  const found: LooseKey[] = [];
  const accesses = cacheAccessesOf(file);
  const writes = accesses.filter(({ row }) => row.does === 'write' || row.does === 'wrap');
  // A key that is only read here is written somewhere else under the same text.
  for (const access of [...writes, ...accesses.filter(({ row }) => row.does === 'read')]) {
    if (!access.key || access.proof === 'name') continue;
    const fn = enclosingFunction(access.node);
    const text = file.text.slice(...access.key.range);
    const told = seen.get(fn) ?? new Set<string>();
    const kind = told.has(text) ? null : kindOf(access, fn, file);
    if (!kind || (access.row.does === 'read' && kind !== 'raw' && kind !== 'json')) continue;
    seen.set(fn, told.add(text));
    found.push({
      kind,
      node: access.key,
      what: text.replaceAll(/\s+/g, ' ').slice(0, 60),
    });
  }
  return [...found, ...cachedFunctions(file)];
}

const REQUEST_TEXT = /\b(?:req|request|ctx|c\.req|event)\.(?:url|originalUrl|path|href|rawPath)\b/;
const REQUEST_JSON =
  /JSON\.stringify\(\s*(?:req|request|ctx|c)\.(?:query|body|params)|JSON\.stringify\(\s*(?:filters?|query|params|options|args|where|criteria|input|dto)\b/;
const CALLER =
  /\b(?:req|request|ctx|c|event|context|locals)\.(?:state\.)?(?:user|session|auth|userId|tenantId|tenant)\b|\bc\.get\(\s*['"](?:user|session|userId)['"]\)/;

function kindOf({ key, owner }: CacheAccess, fn: FunctionNode | null, file: BackendFile): LooseKey['kind'] | null {
  const written = unwrap(key!);
  const value = follow(written);
  const text = sourceText(value);
  if (REQUEST_JSON.test(text)) return 'json';
  if (REQUEST_TEXT.test(text)) return 'raw';
  // A key that never varies, in a handler that knows its caller and puts something of the caller's there.
  if (fn && literalText(value) !== null && CALLER.test(file.text.slice(...fn.range))) return 'shared';
  if (prefixOf(value) !== null || hasPrefix(owner?.at ?? null)) return null;
  return isBareId(value) ? 'bare' : null;
}

/** `id`, `userId`, `req.params.id`, `user.email`: of which entity, nobody can tell. */
function isBareId(value: Node): boolean {
  if (value.type === 'CallExpression') {
    // A helper that gives back what it is given.
    const fn = findCalled(value);
    const [returned] = fn ? allReturns(fn) : [];
    const given = returned?.type === 'Identifier' ? getBinding(returned) : null;
    return given?.kind === 'parameter' && given.fn === fn && value.arguments.some((each) => isBareId(unwrap(each)));
  }
  if (value.type === 'MemberExpression')
    return /^(?:id|_id|email|slug|uuid|username|\w+Id)$/.test(memberName(value) ?? '');
  if (value.type !== 'Identifier' || !/^(?:id|_id|email|slug|uuid|username|\w+Id)$/.test(value.name)) return false;
  const binding = getBinding(value);
  return binding.kind === 'parameter' || binding.kind === 'value' || binding.kind === 'element';
}

/** The client puts a prefix of its own before every key: `keyPrefix`, `namespace`; or is a store of one thing. */
const hasPrefix = (at: Node | null): boolean => {
  if (!at) return false;
  const text = sourceText(at);
  return /keyPrefix|namespace|prefix/i.test(text) || /\b(?:NodeCache|LRUCache)\b/.test(text);
};

/** `unstable_cache(() => load(id), ['user'])`: what the function takes from outside is no part of its key. */
function* cachedFunctions(file: BackendFile): Generator<LooseKey> {
  for (const call of file.index.calls.get('unstable_cache') ?? []) {
    const callee = denote(call.callee);
    const [given, parts] = call.arguments;
    const fn = given && unwrap(given);
    if (callee?.kind !== 'export' || callee.module !== 'next/cache' || !isFunction(fn)) continue;
    const keys = parts ? file.text.slice(...parts.range) : '';
    const outside = enclosingFunction(call);
    if (!outside) continue;
    const missing = allOf(fn.body, ['Identifier']).find((id) => {
      const { parent } = id;
      if (parent.type === 'MemberExpression' && parent.property === id && !parent.computed) return false;
      if (parent.type === 'Property' && parent.key === id && !parent.shorthand) return false;
      const binding = getBinding(id);
      const isOutside =
        (binding.kind === 'parameter' && binding.fn !== fn && !isInside(binding.fn, fn)) ||
        (binding.kind === 'value' &&
          binding.init !== null &&
          !isInside(binding.init, fn) &&
          isInside(binding.init, outside));
      return isOutside && !new RegExp(`\\b${id.name.replaceAll('$', '\\$')}\\b`).test(keys);
    });
    if (missing) yield { kind: 'missing', node: parts ?? call, what: missing.name };
  }
}

/** The name of a function, for a message. */
export function functionName(fn: FunctionNode): string {
  if (fn.type === 'FunctionDeclaration') return fn.id?.name ?? 'another function';
  const owner = closest(fn, 'MethodDefinition', 'VariableDeclarator', 'Property', 'CallExpression');
  if (owner?.type === 'MethodDefinition' || owner?.type === 'Property')
    return owner.key.type === 'Identifier' ? owner.key.name : 'another function';
  if (owner?.type === 'VariableDeclarator') return owner.id.type === 'Identifier' ? owner.id.name : 'another function';
  return (owner && calleeName(owner)) ?? 'another function';
}
