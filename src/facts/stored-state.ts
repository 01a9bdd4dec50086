import { isTokenName } from '../libraries/secrets/index.js';
import type { PersistRow } from '../model/library.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { calleeName, isFunction, keyName, memberName, unwrapAwait } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { denoteType } from './annotations.js';
import { getBinding } from './bindings.js';
import { denote } from './entities.js';
import { mediumOf } from './storage-media.js';
import type { StorageAccess } from './storage.js';
import { isFigure, tokenMembersOf } from './token-values.js';
import { argumentAt, follow, propertyIn, textOf } from './values.js';

const MAX_DEPTH = 10;

/** The paths of tokens in a store's state that are kept: `accessToken`, `auth.refreshToken`. */
export function statePathsOf({ node, row }: StorageAccess): string[] {
  const persist = row?.persist;
  if (node.type !== 'CallExpression' || !persist) return [];
  const options = optionsOf(node, persist);
  if (!options) return [];
  const state = persist.state.flatMap((position) => {
    const given = argumentAt(node, position);
    return typeof given === 'string' ? [] : tokenPathsIn(given);
  });
  const paths = [...new Set(state.length > 0 ? state : declaredPaths(node))];
  if (options === 'all') return paths;
  return [...new Set(options.flatMap((option) => keptBy(option, paths, persist)))];
}

/** The options object or objects; `all` where everything is kept by default; null where nothing is. */
function optionsOf(call: TSESTree.CallExpression, persist: PersistRow): TSESTree.ObjectExpression[] | 'all' | null {
  for (const position of persist.options) {
    const given = argumentAt(call, position);
    if (typeof given === 'string') continue;
    const value = follow(given);
    if (value.type === 'ObjectExpression') return strategiesIn(value);
    if (value.type === 'ArrayExpression')
      return value.elements.flatMap((element) => {
        const each = element && follow(element);
        return each?.type === 'ObjectExpression' ? [each] : [];
      });
    if (persist.optIn) return value.type === 'Literal' && value.value === true ? 'all' : null;
    return null;
  }
  return persist.optIn ? null : 'all';
}

/** pinia-plugin-persist lists its options as `{ enabled: true, strategies: […] }`. */
function strategiesIn(options: TSESTree.ObjectExpression): TSESTree.ObjectExpression[] {
  const strategies = propertyIn(options, 'strategies');
  const list = strategies && strategies !== 'unknown' ? follow(strategies) : null;
  if (list?.type !== 'ArrayExpression') return [options];
  return list.elements.flatMap((element) => (element?.type === 'ObjectExpression' ? [element] : []));
}

function keptBy(options: TSESTree.ObjectExpression, paths: readonly string[], persist: PersistRow): string[] {
  const given = (names: readonly string[]): Node | 'unknown' | null => {
    for (const name of names) {
      const value = propertyIn(options, name);
      if (value) return value;
    }
    return null;
  };
  const store = given(persist.store);
  if (store === 'unknown' || (store && !mediumOf(store))) return [];
  const partial = persist.partial === undefined ? null : given([persist.partial]);
  if (partial) return partial === 'unknown' ? [] : partOf(partial, paths);
  const pick = given(persist.pick ?? []);
  const picked = pick && pick !== 'unknown' ? textsOf(pick) : null;
  // A list of names that can't be read keeps nobody knows what.
  if (pick && !picked) return [];
  const omit = given(persist.omit ?? []);
  const omitted = omit && omit !== 'unknown' ? textsOf(omit) : null;
  if (omit && !omitted) return [];
  const asked = picked?.filter((path) => isTokenName(path)) ?? [];
  const kept = paths.filter(
    (path) =>
      (!picked || picked.some((each) => within(path, each) || within(each, path))) &&
      !omitted?.some((each) => within(path, each)),
  );
  return [...asked, ...kept];
}

const within = (path: string, outer: string): boolean => path === outer || path.startsWith(`${outer}.`);

function textsOf(node: Node): string[] | null {
  const list = follow(node);
  if (list.type !== 'ArrayExpression') return null;
  const texts = list.elements.map((element) => (element ? textOf(element) : null));
  return texts.includes(null) ? null : (texts as string[]);
}

/** What `partialize` keeps: the members of the object it makes, or the whole state it hands on. */
function partOf(node: Node, paths: readonly string[]): string[] {
  const fn = denote(node);
  if (fn?.kind !== 'function') return [];
  const [state] = fn.node.params;
  return allReturns(fn.node).flatMap((returned) => {
    const value = unwrapAwait(returned);
    if (value.type === 'Identifier')
      return state?.type === 'Identifier' && state.name === value.name ? paths : restOf(fn.node, value, paths);
    if (value.type !== 'ObjectExpression') return [];
    let kept: string[] = [];
    for (const property of value.properties) {
      if (property.type === 'SpreadElement') {
        const spread = unwrapAwait(property.argument);
        if (spread.type === 'Identifier')
          kept.push(
            ...(state?.type === 'Identifier' && state.name === spread.name ? paths : restOf(fn.node, spread, paths)),
          );
        continue;
      }
      const name = keyName(property.key, property.computed);
      if (name === null) continue;
      kept = kept.filter((path) => !within(path, name));
      if (isFigure(property.value)) continue;
      if (isTokenName(name)) kept.push(name);
      else {
        const nested = tokenPathsIn(property.value).map((path) => `${name}.${path}`);
        kept.push(...(nested.length > 0 ? nested : paths.filter((path) => within(path, name))));
      }
    }
    return kept;
  });
}

/** `({ token, ...rest }) => rest` keeps all but what was taken out. */
function restOf(fn: Node, rest: TSESTree.Identifier, paths: readonly string[]): string[] {
  const pattern = isFunction(fn) ? fn.params[0] : undefined;
  if (pattern?.type !== 'ObjectPattern') return [];
  const isRest = pattern.properties.some(
    (property) =>
      property.type === 'RestElement' &&
      property.argument.type === 'Identifier' &&
      property.argument.name === rest.name,
  );
  const taken = pattern.properties.flatMap((property) =>
    property.type === 'Property' ? [keyName(property.key, property.computed) ?? ''] : [],
  );
  return isRest ? paths.filter((path) => !taken.some((each) => within(path, each))) : [];
}

/** Paths of tokens in what an expression gives: a state object, its creator, a reducer, a slice. */
export function tokenPathsIn(node: Node, depth = 0): string[] {
  if (depth > MAX_DEPTH) return [];
  const value = unwrapAwait(follow(node));
  if (isFunction(value)) {
    const returned = allReturns(value).flatMap((each) => tokenPathsIn(each, depth + 1));
    // A reducer's state is its first parameter, by default the initial one.
    const [state] = value.params;
    const initial = state?.type === 'AssignmentPattern' ? tokenPathsIn(state.right, depth + 1) : [];
    const declared = value.returnType ? declaredIn(value.returnType.typeAnnotation) : [];
    return [...returned, ...initial, ...(returned.length + initial.length > 0 ? [] : declared)];
  }
  switch (value.type) {
    case 'ObjectExpression':
      return pathsInObject(value, depth);
    case 'CallExpression': {
      if (/^(?:computed|computedAsync)$/.test(calleeName(value) ?? '')) return [];
      const callee = denote(value.callee);
      if (callee?.kind === 'function') return tokenPathsIn(callee.node, depth + 1);
      return value.arguments.flatMap((argument) =>
        argument.type === 'SpreadElement' ? [] : tokenPathsIn(argument, depth + 1),
      );
    }
    case 'MemberExpression':
      return memberName(value) === 'reducer' || memberName(value) === 'default'
        ? tokenPathsIn(value.object, depth + 1)
        : [];
    case 'Identifier': {
      const binding = getBinding(value);
      return binding.kind === 'value' && binding.init && binding.path[0] === 'reducer'
        ? tokenPathsIn(binding.init, depth + 1)
        : [];
    }
    default: {
      const entity = denote(value);
      return entity?.kind === 'function' ? tokenPathsIn(entity.node, depth + 1) : [];
    }
  }
}

function pathsInObject(object: TSESTree.ObjectExpression, depth: number): string[] {
  // A slice: `createSlice({ name, initialState, reducers })`.
  const initial = propertyIn(object, 'initialState');
  if (initial && initial !== 'unknown') return tokenPathsIn(initial, depth + 1);
  return object.properties.flatMap((property) => {
    if (property.type === 'SpreadElement') return tokenPathsIn(property.argument, depth + 1);
    const name = keyName(property.key, property.computed);
    if (name === null) return [];
    const value = property.value as Node;
    if (isTokenName(name)) return isToken(value) ? [name] : [];
    // A function written in place is an action of the store.
    return isFunction(value) ? [] : tokenPathsIn(value, depth + 3).map((path) => `${name}.${path}`);
  });
}

/** Whether the initial value of a member named for a token can be one: nothing yet, or a text; no function, mark or list. */
function isToken(node: Node): boolean {
  const value = unwrapAwait(follow(node));
  if (isFunction(value)) return false;
  if (value.type === 'Literal') return value.value === null || typeof value.value === 'string';
  if (value.type === 'CallExpression') {
    const name = calleeName(value) ?? '';
    if (name === 'computed') return false;
    const first = value.arguments[0];
    if (/^(?:ref|shallowRef)$/.test(name)) return !first || first.type === 'SpreadElement' || isToken(first);
  }
  return !/^(?:Array|Object|Unary)Expression$/.test(value.type) || value.type === 'ObjectExpression';
}

/** The state's type, where the state itself says nothing: `create<AuthState>()(persist(…))`. */
function declaredPaths(call: TSESTree.CallExpression): string[] {
  const own = call.typeArguments?.params[0];
  return own ? declaredIn(own) : [];
}

function declaredIn(type: TSESTree.TypeNode): string[] {
  const entity = denoteType(type);
  return entity?.kind === 'shape' ? tokenMembersOf(entity.node) : [];
}
