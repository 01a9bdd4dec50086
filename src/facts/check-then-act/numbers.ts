import type { Lookup } from '../../model/effect.js';
import { fileOf, type BackendFile } from '../../model/file.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { isInside, keyName, unwrap } from '../../syntax/nodes.js';
import { allReturns, walk } from '../../syntax/walk.js';
import { entityKey } from '../effects/names.js';
import { writeOf } from '../effects/writes.js';
import { findCalled } from '../entities.js';
import { queriesOf } from '../queries.js';
import { follow } from '../values.js';
import type { Race } from './races.js';
import { readsBehind, readsIn } from './reads.js';

/** Rows that are given the number after the last one, or after their count. */
export function* numbersIn(fn: FunctionNode, reads: readonly Lookup[], file: BackendFile): Generator<Race> {
  for (const query of queriesOf(file)) {
    if (!isInside(query.start, fn) || query.proof === 'name') continue;
    const write = writeOf(query);
    if (write?.kind !== 'create') continue;
    const entity = write.table ?? query.entity;
    for (const { column, value } of query.text ? valuesOf(query.start) : columnsOf(write.data)) {
      const read = readOfNext(value, reads, 0);
      if (!read || entity === null || entityKey(read.entity) !== entityKey(entity)) continue;
      yield { kind: 'number', site: query.start, read, column, effect: null };
      break;
    }
  }
}

interface Given {
  readonly column: string | null;
  readonly value: Node;
}

function columnsOf(data: Node | null): Given[] {
  const object = data && follow(data);
  if (object?.type !== 'ObjectExpression') return [];
  return object.properties.flatMap((property) =>
    property.type === 'Property' ? [{ column: keyName(property.key, property.computed), value: property.value }] : [],
  );
}

function valuesOf(start: Node): Given[] {
  const given =
    start.type === 'TaggedTemplateExpression'
      ? start.quasi.expressions
      : start.type === 'CallExpression'
        ? start.arguments.slice(1)
        : [];
  return given.flatMap((each) => {
    const list = follow(each);
    const values: readonly (Node | null)[] = list.type === 'ArrayExpression' ? list.elements : [each];
    return values.flatMap((value) => (value ? [{ column: null, value }] : []));
  });
}

/** The read after whose number, or count, a value comes: `count + 1`, `(last?.position ?? 0) + 1`, `INV-${count + 1}`. */
function readOfNext(node: Node, reads: readonly Lookup[], hops: number): Lookup | null {
  const value = follow(node);
  if (hops > 3) return null;
  const state: { found: Lookup | null } = { found: null };
  walk(value, (at, skip) => {
    if (state.found) return skip;
    if (at.type === 'BinaryExpression' && at.operator === '+') {
      const [one, other] = isOne(at.right) ? [at.right, at.left] : [at.left, at.right];
      if (isOne(one)) state.found = readsBehind(other, reads).find((read) => tellsNumber(read, other)) ?? null;
    }
    if (at.type === 'Identifier' && at !== value) state.found = followed(at, reads, hops);
    return undefined;
  });
  if (state.found) return state.found;
  // A function that gives the next number.
  const call = value.type === 'AwaitExpression' ? unwrap(value.argument) : value;
  const fn = call.type === 'CallExpression' ? findCalled(call) : null;
  if (!fn) return null;
  const inner = readsIn(fn, fileOf(fn));
  for (const returned of inner.length > 0 ? allReturns(fn) : []) {
    const found = readOfNext(returned, inner, hops + 1);
    if (found) return found;
  }
  return null;
}

/** Through a variable inside of a template or call: `String(next).padStart(4, '0')`. */
function followed(id: Node, reads: readonly Lookup[], hops: number): Lookup | null {
  const value = follow(id);
  return value === id || value.type === 'Identifier' ? null : readOfNext(value, reads, hops + 1);
}

const isOne = (node: Node): boolean => node.type === 'Literal' && node.value === 1;

/** A count, or the row that is last by some order. */
function tellsNumber({ query }: Lookup, of: Node): boolean {
  if (query.op === 'count') return true;
  const text = fileOf(query.start).text.slice(query.start.range[0], query.run?.range[1] ?? query.start.range[1]);
  return /order|sort|max\(|count\(|\bdesc\b/i.test(text) && unwrap(of).type !== 'Identifier';
}
