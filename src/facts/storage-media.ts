import type { StorageMedium } from '../model/library.js';
import type { Node } from '../syntax/ast.js';
import { isFunction, keyName, unwrapAwait } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { denote } from './entities.js';
import { forwardsOf } from './storage-wrappers.js';
import { alternatives } from './values.js';

/**
 * What lies behind a value handed to a library as its storage: `localStorage`, `createJSONStorage(() => AsyncStorage)`,
 * `() => sessionStorage`, an object with a `setItem` of one's own. Null for a secure store and for what can't be told.
 */
export function mediumOf(node: Node, hops = 0): StorageMedium | null {
  if (hops > 6) return null;
  for (const alternative of alternatives(node)) {
    const medium = mediumOfValue(unwrapAwait(alternative), hops);
    if (medium) return medium;
  }
  return null;
}

function mediumOfValue(value: Node, hops: number): StorageMedium | null {
  const entity = denote(value);
  if (entity?.kind === 'instance') {
    const row = entity.type.findMember('setItem')?.storage ?? entity.type.findMember('set')?.storage;
    return row?.medium ?? null;
  }
  if (isFunction(value)) return first(allReturns(value), hops);
  if (value.type === 'ObjectExpression') {
    for (const property of value.properties)
      if (property.type === 'Property' && keyName(property.key, property.computed) === 'setItem') {
        const fn = denote(property.value);
        if (fn?.kind === 'function') return forwardsOf(fn.node)[0]?.medium ?? null;
        if (fn?.kind === 'method') return fn.row.storage?.medium ?? null;
      }
    return null;
  }
  if (value.type === 'CallExpression') {
    if (entity?.kind === 'literal') return mediumOfValue(entity.node, hops + 1);
    // `createJSONStorage(() => sessionStorage)`; without an argument it is localStorage.
    const given = value.arguments.filter((argument) => argument.type !== 'SpreadElement');
    const name = value.callee.type === 'Identifier' ? value.callee.name : '';
    return given.length === 0 && name === 'createJSONStorage' ? 'web' : first(given.slice(0, 1), hops);
  }
  return null;
}

function first(nodes: readonly Node[], hops: number): StorageMedium | null {
  for (const node of nodes) {
    const medium = mediumOf(node, hops + 1);
    if (medium) return medium;
  }
  return null;
}
