import { isBuiltin } from 'node:module';
import { allLibrariesOf } from '../libraries/registry.js';
import type { BackendFile } from '../model/file.js';
import { fileOf } from '../model/file.js';
import type { StorageMedium } from '../model/library.js';
import type { ClassNode, FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { calleeName, classOfThis, isFunction, isInside, memberName, unwrap, unwrapAwait } from '../syntax/nodes.js';
import { findVariable, getBinding, isConstant, type Binding } from './bindings.js';
import { denote } from './entities.js';
import { assignmentsOf, constructorOf } from './members.js';
import { accessesAt, partsOf, directStorageOf, STORAGE_TEXT, type StorageAccess } from './storage.js';
import { isTokenEntry } from './stored-tokens.js';
import type { TextPart } from './text.js';
import { argumentAt, textOf } from './values.js';

/** Which argument of a wrapper's call, and which property of it: `'0'`, `'0.key'`. */
type Place = string;

/** An access that a function of the project makes with what it is given. */
interface Forward {
  readonly does: StorageAccess['does'];
  readonly medium: StorageMedium;
  readonly store: string;
  /** The key's parts; a place stands for what the caller gives. */
  readonly key: readonly (TextPart | { readonly kind: 'given'; readonly place: Place })[] | null;
  readonly value: Place | null;
}

const MAX_DEPTH = 3;
const forwards = new WeakMap<Node, readonly Forward[]>();

/** What a function of the project does to storage with its parameters. One that names a token itself is no wrapper. */
export function forwardsOf(fn: FunctionNode, depth = 0): readonly Forward[] {
  return remembered(fn, () => (fn.params.length > 0 ? collect(fn, depth, (node) => placeInCall(node, fn)) : []));
}

/** The same for a class whose constructor takes the key: `new StoredValue('token')`. */
function forwardsOfClass(node: ClassNode): readonly Forward[] {
  return remembered(node, () => collect(node, 0, (part) => placeInConstructor(part, node)));
}

function remembered(node: Node, make: () => Forward[]): readonly Forward[] {
  const known = forwards.get(node);
  if (known) return known;
  forwards.set(node, []);
  const made = make();
  forwards.set(node, made);
  return made;
}

function collect(scope: Node, depth: number, place: (node: Node) => Place | null): Forward[] {
  const file = fileOf(scope);
  const own = directStorageOf(file).filter(({ node }) => isInside(node, scope));
  const through = depth < MAX_DEPTH ? innerCalls(scope, file, depth, place) : [];
  return [...own, ...through].flatMap((access) => {
    if (access.does === 'persist' || isTokenEntry(access)) return [];
    // The key of a function inside a hook or factory is given where that is called, and reported there.
    if (access.key?.some((part) => part.kind === 'hole' && isGivenElsewhere(part.node, place))) return [];
    const key = access.key?.map((part) => {
      const given = part.kind === 'hole' ? place(part.node) : null;
      return given === null ? part : { kind: 'given' as const, place: given };
    });
    const value = access.value ? place(carried(access.value)) : null;
    if (value === null && !key?.some((part) => part.kind === 'given')) return [];
    return [{ does: access.does, medium: access.medium, store: access.store, key: key ?? null, value }];
  });
}

function isGivenElsewhere(node: Node, place: (node: Node) => Place | null): boolean {
  const value = unwrap(node);
  return value.type === 'Identifier' && getBinding(value).kind === 'parameter' && place(value) === null;
}

/** Calls of other wrappers inside, given what this one is given. */
function innerCalls(
  scope: Node,
  file: BackendFile,
  depth: number,
  place: (node: Node) => Place | null,
): StorageAccess[] {
  const found: StorageAccess[] = [];
  for (const calls of file.index.calls.values())
    for (const call of calls) {
      if (!isInside(call, scope) || call === scope || !call.arguments.some((each) => place(carried(each)) !== null))
        continue;
      const callee = denote(call.callee);
      if (callee?.kind === 'function' && callee.node !== scope)
        found.push(...applied(call, forwardsOf(callee.node, depth + 1)));
      else if (callee?.kind === 'method' && !STORAGE_TEXT.test(file.text)) found.push(...accessesAt(call));
    }
  return found;
}

/** What carries a value on unchanged, as far as a reader of it is concerned: `JSON.stringify(value)`, `String(value)`. */
function carried(node: Node): Node {
  const value = unwrapAwait(node);
  if (
    value.type === 'CallExpression' &&
    value.arguments[0] &&
    /^(?:stringify|String|encodeURIComponent|btoa)$/.test(calleeName(value) ?? '')
  )
    return carried(value.arguments[0]);
  if (value.type === 'ConditionalExpression') {
    // `typeof value === 'string' ? value : JSON.stringify(value)`
    const inner = carried(value.consequent);
    return inner.type === 'Identifier' ? inner : carried(value.alternate);
  }
  if (value.type === 'Identifier') {
    const binding = getBinding(value);
    if (binding.kind === 'value' && binding.init && binding.constant && binding.path.length === 0) {
      const inner = carried(binding.init);
      return inner.type === 'Identifier' ? inner : value;
    }
  }
  return value;
}

/** Where the caller of `fn` gives an expression: a parameter, a property of one, or of a destructured one. */
function placeInCall(node: Node, fn: FunctionNode): Place | null {
  const value = unwrap(node);
  if (value.type === 'Identifier') {
    const binding = getBinding(value);
    return binding.kind === 'parameter' && binding.fn === fn ? placeOfParameter(binding) : null;
  }
  if (value.type !== 'MemberExpression') return null;
  const name = memberName(value);
  const outer = name === null ? null : placeInCall(value.object, fn);
  return outer === null ? null : `${outer}.${name}`;
}

const placeOfParameter = (binding: Extract<Binding, { kind: 'parameter' }>): Place | null =>
  binding.path.some((step) => /^[.?]/.test(step)) ? null : [binding.index, ...binding.path].join('.');

/** The same for `this.key`, given to the constructor; or the constructor's own parameter. */
function placeInConstructor(node: Node, owner: ClassNode): Place | null {
  const constructor = constructorOf(owner);
  const value = unwrap(node);
  if (!constructor || value.type !== 'MemberExpression' || value.object.type !== 'ThisExpression') return null;
  const name = memberName(value);
  if (name === null || classOfThis(value) !== owner) return null;
  for (const [index, parameter] of constructor.params.entries()) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    if (target.name === name) return String(index);
  }
  for (const assigned of assignmentsOf(owner).get(name) ?? []) {
    const place = placeInCall(assigned, constructor);
    if (place !== null) return place;
  }
  return null;
}

/** What a call of a wrapper does to storage, with what it is given. */
function applied(call: TSESTree.CallExpression | TSESTree.NewExpression, from: readonly Forward[]): StorageAccess[] {
  return from.flatMap((forward) => {
    const key = forward.key?.flatMap((part): readonly TextPart[] => {
      if (part.kind !== 'given') return [part];
      const given = argumentAt(call, part.place);
      return typeof given === 'string' ? [{ kind: 'text', text: '', node: call }] : partsOf(given);
    });
    const value = forward.value === null ? null : argumentAt(call, forward.value);
    return [
      {
        does: forward.does,
        medium: forward.medium,
        store: forward.store,
        node: call,
        key: key ?? null,
        value: value === null || typeof value === 'string' ? null : value,
        row: null,
      },
    ];
  });
}

/** Files with storage in them, in the workspace of a file: where wrappers may be. */
const hasWrappers = (file: BackendFile): boolean =>
  STORAGE_TEXT.test(file.text) || file.project.filesMentioning(file.path, STORAGE_TEXT).length > 0;

/** Whether a file imports what no browser has, and so can't be near a browser's storage. */
const isServerCode = (file: BackendFile): boolean =>
  file.index.specifiers.some(
    (specifier) => isBuiltin(specifier) || allLibrariesOf(specifier).some(({ kind }) => SERVER_KINDS.has(kind)),
  );
const SERVER_KINDS: ReadonlySet<string> = new Set(['http', 'data', 'jobs']);

const TOKENISH = /tok|jwt|bearer/i;

/**
 * The accesses that a file makes through functions and classes of the project, and through storages that other files
 * hand it. Only calls with something of a token about their arguments are looked into.
 */
export const wrappedStorageOf = (file: BackendFile): readonly StorageAccess[] => file.memo(findWrapped);

function findWrapped(file: BackendFile): StorageAccess[] {
  const isOwn = STORAGE_TEXT.test(file.text);
  if (!isOwn && isServerCode(file)) return [];
  const found: StorageAccess[] = [];
  let open: boolean | null = null;
  const isWorthIt = (): boolean => (open ??= hasWrappers(file));
  for (const calls of file.index.calls.values())
    for (const call of calls) {
      if (!isCandidate(call, file) || !isWorthIt()) continue;
      if (call.callee.type === 'Super') {
        const base = superClassOf(call);
        if (base) found.push(...applied(call, forwardsOfClass(base)));
        continue;
      }
      const callee = denote(call.callee);
      if (callee?.kind === 'function') found.push(...applied(call, forwardsOf(callee.node)));
      else if (!isOwn) found.push(...accessesAt(call));
    }
  for (const made of file.index.news) {
    if (!isCandidate(made, file) || !isWorthIt()) continue;
    const entity = denote(made.callee);
    if (entity?.kind === 'class') found.push(...applied(made, forwardsOfClass(entity.node)));
  }
  return found;
}

function superClassOf(call: TSESTree.CallExpression): ClassNode | null {
  const own = classOfThis(call);
  const base = own?.superClass ? denote(own.superClass) : null;
  return base?.kind === 'class' ? base.node : null;
}

/** Whether an argument names a token: by its own words, or by the constant that it stands for. */
function isCandidate(call: TSESTree.CallExpression | TSESTree.NewExpression, file: BackendFile): boolean {
  for (const argument of call.arguments.slice(0, 3)) {
    if (isFunction(argument) || argument.range[1] - argument.range[0] > 400) continue;
    if (TOKENISH.test(file.text.slice(...argument.range))) return true;
    const named = unwrap(argument);
    const isKey =
      (named.type === 'Identifier' && /^[A-Z]|key/i.test(named.name) && isConstantName(named)) ||
      (named.type === 'MemberExpression' &&
        named.object.type === 'Identifier' &&
        /^[A-Z]|keys?$/i.test(named.object.name));
    if (isKey && TOKENISH.test(textOf(named) ?? '')) return true;
  }
  return false;
}

function isConstantName(id: TSESTree.Identifier): boolean {
  const variable = findVariable(id);
  return !!variable && isConstant(variable);
}
