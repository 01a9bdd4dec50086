import type { Lookup } from '../../model/effect.js';
import type { BackendFile } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, hasBody, isInside, keyName, memberName, receiverOf, unwrap } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { findVariable } from '../bindings.js';
import { filtersOf } from '../filters.js';
import { queriesOf } from '../queries.js';
import { piecesOf } from '../text.js';
import { follow, textOf } from '../values.js';
import type { Race } from './races.js';
import { readsBehind } from './reads.js';

/** Parts of a call that say which rows, and columns that are counted on purpose. */
const NOT_DATA =
  /^(?:where|select|include|orderBy|returning|options|transaction|session|_?version|_?rev(?:ision)?|__v)$/;
/** Columns that several people count at once. */
const AMOUNT =
  /count|balance|stock|quantit|qty|amount|points?$|credit|score|likes?$|votes?$|views?$|hits?$|clicks?$|total|num(?:ber)?|us(?:ed|ages?|es)$|seats?|inventory|available|remaining|reserved|attempts?$|retries|level|copies|wallet|funds|money|cents|sold|capacity|spent|quota|streak|karma|sum$|xp$|coins?$|tokens$|visits?$|downloads?$|limit/i;
const ARITHMETIC = /^[-+*/]$/;

/** Values reckoned from what was read, and written over it. */
export function* amountsIn(fn: FunctionNode, reads: readonly Lookup[], file: BackendFile): Generator<Race> {
  for (const query of queriesOf(file)) {
    if (!isInside(query.start, fn) || query.proof === 'name') continue;
    const isText = query.text !== null;
    if (!isText && query.op !== 'update' && query.op !== 'upsert') continue;
    for (const { column, from } of isText ? writtenByText(query) : writtenBy(query)) {
      const read = behindAmount(from, column, query, reads);
      if (!read || isCompared(query, column)) continue;
      yield { kind: 'amount', site: query.start, read, column, effect: null };
      break;
    }
  }
  for (const assignment of file.index.assignments) {
    const left = unwrap(assignment.left);
    if (!isInside(assignment, fn) || left.type !== 'MemberExpression') continue;
    const race = ofAssignment(assignment, left, fn, reads, file);
    if (race) yield race;
  }
  for (const count of hasBody(fn) ? allOf(fn.body, ['UpdateExpression']) : []) {
    const counted = unwrap(count.argument);
    const race = counted.type === 'MemberExpression' ? ofAssignment(count, counted, fn, reads, file) : null;
    if (race) yield race;
  }
}

interface Written {
  readonly column: string;
  readonly from: Node;
}

/** The columns that an update writes. */
function writtenBy({ start, links }: Query): Written[] {
  if (start.type !== 'CallExpression') return [];
  const given = [
    ...start.arguments,
    ...links.flatMap(({ name, call }) => (/^(?:set|update|patch)$/.test(name) ? call.arguments : [])),
  ];
  return given.flatMap((each) => columnsIn(each, 0));
}

function columnsIn(node: Node, depth: number): Written[] {
  const object = depth > 3 ? null : follow(node);
  if (object?.type !== 'ObjectExpression') return [];
  return object.properties.flatMap((property): Written[] => {
    if (property.type !== 'Property') return [];
    const column = keyName(property.key, property.computed);
    if (column === null || NOT_DATA.test(column)) return [];
    const value = follow(property.value);
    return value.type === 'ObjectExpression' ? columnsIn(value, depth + 1) : [{ column, from: value }];
  });
}

/** `UPDATE t SET balance = $1` with `[row.balance - amount]`, or with the value in a hole. */
function writtenByText({ start, text }: Query): Written[] {
  const pieces = text && piecesOf(text);
  const source = pieces?.map((piece) => (piece.kind === 'text' ? piece.text : '?')).join('') ?? '';
  if (!/^\s*update\b/i.test(source)) return [];
  const holes = start.type === 'TaggedTemplateExpression' ? start.quasi.expressions : start.arguments.slice(1);
  return holes.flatMap((hole): Written[] => {
    const list = follow(hole);
    const values = list.type === 'ArrayExpression' ? list.elements : [hole];
    return values.flatMap((value) => {
      const from = value && follow(value);
      const column = from?.type === 'BinaryExpression' ? columnOf(from) : null;
      return from && column !== null && new RegExp(`\\b${column}["\`]?\\s*=`, 'i').test(source)
        ? [{ column, from }]
        : [];
    });
  });
}

/** The column that a reckoning reads: `row.balance - amount`. */
function columnOf({ left, right }: TSESTree.BinaryExpression): string | null {
  for (const side of [left, right]) {
    const value = unwrap(side);
    if (value.type === 'MemberExpression') return memberName(value);
    const inner = value.type === 'CallExpression' && value.arguments[0] ? unwrap(value.arguments[0]) : null;
    if (inner?.type === 'MemberExpression') return memberName(inner);
  }
  return null;
}

/** The read whose own column, reckoned with, becomes the new value. */
function behindAmount(node: Node, column: string, query: Query, reads: readonly Lookup[]): Lookup | null {
  const value = unwrap(node);
  if (value.type === 'ConditionalExpression')
    return behindAmount(value.consequent, column, query, reads) ?? behindAmount(value.alternate, column, query, reads);
  if (
    value.type === 'CallExpression' &&
    /^(?:max|min|round|floor|ceil|Number|toFixed)$/.test(calleeName(value) ?? '')
  ) {
    const inner = value.arguments.find((each) => unwrap(each).type === 'BinaryExpression');
    return inner ? behindAmount(inner, column, query, reads) : null;
  }
  if (value.type !== 'BinaryExpression' || !ARITHMETIC.test(value.operator) || !isAmount(value, column)) return null;
  for (const side of [value.left, value.right]) {
    const member = findMember(follow(side), column);
    const read = member && readsBehind(member.object, reads)[0];
    if (read && read.site.range[1] <= query.start.range[0]) return read;
  }
  return null;
}

/** `row.balance`, `(row.balance ?? 0)`, `Number(row.balance)`. */
function findMember(node: Node, column: string): TSESTree.MemberExpression | null {
  const value = unwrap(node);
  if (value.type === 'MemberExpression') return plain(memberName(value) ?? '') === plain(column) ? value : null;
  if (value.type === 'LogicalExpression') return findMember(value.left, column);
  if (value.type === 'CallExpression' && value.arguments[0]) return findMember(value.arguments[0], column);
  return null;
}

const plain = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** Whether it is reckoned with numbers: by the column's name, or by a number beside it; texts are put together by `+` too. */
function isAmount({ operator, left, right }: TSESTree.BinaryExpression, column: string): boolean {
  if ([left, right].some((side) => textOf(side) !== null || side.type === 'TemplateLiteral')) return false;
  return AMOUNT.test(column) || (operator !== '+' && !/(?:At|Date|Time|_at|[wW]idth|[hH]eight|offset)$/.test(column));
}

/** Whether the write says which value it expects to find: `where: { id, version }`, `balance >= $1`. */
function isCompared(query: Query, column: string): boolean {
  if (
    /version|revision|updated_?at/i.test(
      filtersOf(query)
        .known.map((each) => each.column)
        .join(' '),
    )
  )
    return true;
  return filtersOf(query).known.some((each) => plain(each.column) === plain(column));
}

/** `account.balance -= amount; await account.save()`, `post.views++`. */
function ofAssignment(
  node: TSESTree.AssignmentExpression | TSESTree.UpdateExpression,
  left: TSESTree.MemberExpression,
  fn: FunctionNode,
  reads: readonly Lookup[],
  file: BackendFile,
): Race | null {
  const column = memberName(left);
  const root = unwrap(left.object);
  const variable = root.type === 'Identifier' ? findVariable(root) : null;
  // What is taken from is a number, whatever its name.
  if (column === null || !variable || !(AMOUNT.test(column) || /^-[=-]$/.test(node.operator))) return null;
  const read = isReckoned(node, column, variable) ? readsBehind(root, reads)[0] : undefined;
  if (!read) return null;
  const isSaved = queriesOf(file).some(
    ({ start }) =>
      start.type === 'CallExpression' &&
      start.range[0] > node.range[0] &&
      isInside(start, fn) &&
      /^(?:save|flush|persistAndFlush|persist|update)$/.test(calleeName(start) ?? '') &&
      [receiverOf(start), ...start.arguments].some(
        (each) => each?.type === 'Identifier' && findVariable(each) === variable,
      ),
  );
  return isSaved ? { kind: 'amount', site: node, read, column, effect: null } : null;
}

/** Whether the new value of a variable's column is its old one, more or less. */
function isReckoned(
  node: TSESTree.AssignmentExpression | TSESTree.UpdateExpression,
  column: string,
  variable: ReturnType<typeof findVariable>,
): boolean {
  if (node.type === 'UpdateExpression') return true;
  if (/^[-+*/]=$/.test(node.operator)) return textOf(node.right) === null;
  const right = follow(node.right);
  return (
    node.operator === '=' &&
    right.type === 'BinaryExpression' &&
    isAmount(right, column) &&
    [right.left, right.right].some((side) => {
      const member = findMember(side, column);
      const of = member && unwrap(member.object);
      return of?.type === 'Identifier' && findVariable(of) === variable;
    })
  );
}
