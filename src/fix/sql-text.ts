import type { TSESLint } from '@typescript-eslint/utils';

import { isClosed } from '../facts/closed.js';
import { findCalled } from '../facts/entities.js';
import { typeOf } from '../facts/closed-types.js';
import { isBuilding } from '../facts/text.js';
import { constantOf, follow } from '../facts/values.js';
import { locOf } from '../model/place.js';
import type { TextEdit } from '../sql/index.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { calleeName, isFunction, memberName, receiverOf, unwrap } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';

type SourceCode = Readonly<TSESLint.SourceCode>;

/** An operand of a concatenation, or the template itself. */
interface Leaf {
  readonly node: Node;
  readonly index: number;
}

/** A stretch of a text expression: written text, an expression that stays where it is, or one that becomes a parameter. */
export type Segment =
  | { readonly kind: 'text'; readonly text: string; readonly leaf: Leaf }
  | { readonly kind: 'kept'; readonly text: string; readonly node: Node; readonly leaf: Leaf }
  | {
      readonly kind: 'hole';
      readonly value: Node;
      readonly shape: 'list' | 'scalar' | 'text' | 'unknown';
      readonly leaf: Leaf;
    };

/** Stands for an expression whose text isn't known, where the SQL is read. */
const KEPT = 'kept_value';

/** Cuts a text expression into its segments; null where one of its values is itself text with values in it. */
export function allSegments(root: Node): Segment[] | null {
  const segments: Segment[] = [];
  let leaves = 0;
  const value = (node: Node, leaf: Leaf): boolean => {
    const constant = constantOf(node);
    if (constant !== undefined || isClosed(node)) {
      segments.push({ kind: 'kept', text: constant === undefined ? KEPT : String(constant), node, leaf });
      return true;
    }
    const found = valueOf(node);
    if (found) segments.push({ kind: 'hole', ...found, leaf });
    return found !== null;
  };
  const add = (node: Node): boolean => {
    const inner = unwrap(node);
    if (inner.type === 'BinaryExpression' && inner.operator === '+') return add(inner.left) && add(inner.right);
    const leaf: Leaf = { node: inner, index: leaves++ };
    if (inner.type === 'Literal' && typeof inner.value === 'string') {
      segments.push({ kind: 'text', text: inner.value, leaf });
      return true;
    }
    if (inner.type !== 'TemplateLiteral') return value(inner, leaf);
    return inner.quasis.every((quasi, i) => {
      if (quasi.value.cooked) segments.push({ kind: 'text', text: quasi.value.cooked, leaf });
      const hole = inner.expressions[i];
      return !hole || value(hole, leaf);
    });
  };
  return add(root) ? segments : null;
}

/** The value behind an inserted expression, and what is known of its shape. */
function valueOf(node: Node): { value: Node; shape: 'list' | 'scalar' | 'text' | 'unknown' } | null {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'Identifier':
    case 'MemberExpression': {
      if (isBuilding(inner)) return { value: inner, shape: 'text' };
      return { value: inner, shape: shapeOf(inner) };
    }
    case 'CallExpression':
      return valueOfCall(inner);
    case 'LogicalExpression':
      return isPlain(inner.left) && isPlain(inner.right) ? { value: inner, shape: 'unknown' } : null;
    case 'ConditionalExpression':
      return isPlain(inner.consequent) && isPlain(inner.alternate) ? { value: inner, shape: 'unknown' } : null;
    case 'AwaitExpression':
      return { value: inner, shape: 'unknown' };
    default:
      return null;
  }
}

function valueOfCall(call: TSESTree.CallExpression): ReturnType<typeof valueOf> {
  const receiver = receiverOf(call);
  if (calleeName(call) === 'join' && receiver) {
    const separator = call.arguments[0] ? constantOf(call.arguments[0]) : ',';
    if (typeof separator !== 'string' || !/^\s*(?:,|'\s*,\s*')\s*$/.test(separator)) return null;
    const quoted = listOfQuoted(receiver);
    const list = quoted ?? receiver;
    // The elements of a list that isn't itself text under construction.
    const value = unwrap(list);
    if (value.type === 'CallExpression' && /^(?:map|flatMap|fill|concat)$/.test(calleeName(value) ?? '')) return null;
    if (value.type === 'Identifier' && follow(value).type === 'ArrayExpression') return null;
    if (value.type === 'ArrayExpression') return null;
    if (quoted !== null && separator.includes("'")) return null;
    return { value: list, shape: 'list' };
  }
  if (findCalled(call) && isBuilding(call)) return null;
  if (/^(?:map|filter|slice|concat|split|flat|keys|values|entries|from)$/.test(calleeName(call) ?? '')) return null;
  return { value: call, shape: 'scalar' };
}

/** `ids.map((id) => `'${id}'`)`: the list whose elements are only put in quotes. */
function listOfQuoted(node: Node): Node | null {
  const call = unwrap(node);
  if (call.type !== 'CallExpression' || calleeName(call) !== 'map') return null;
  const [callback] = call.arguments;
  if (!callback || !isFunction(callback) || callback.params.length !== 1) return null;
  const [parameter] = callback.params;
  const [returned, ...more] = allReturns(callback);
  if (parameter?.type !== 'Identifier' || !returned || more.length > 0) return null;
  const segments = allSegments(returned) ?? [];
  const [open, hole, close] = segments;
  const isQuoted =
    segments.length === 3 && open?.kind === 'text' && open.text === "'" && close?.kind === 'text' && close.text === "'";
  if (!isQuoted || hole?.kind !== 'hole') return null;
  return hole.value.type === 'Identifier' && hole.value.name === parameter.name ? receiverOf(call) : null;
}

const isPlain = (node: Node): boolean =>
  constantOf(node) !== undefined || valueOf(node)?.shape === 'unknown' || valueOf(node)?.shape === 'scalar';

function shapeOf(node: Node): 'list' | 'scalar' | 'unknown' {
  const type = typeOf(node);
  if (type?.type === 'TSArrayType') return 'list';
  return type?.type === 'TSStringKeyword' || type?.type === 'TSNumberKeyword' ? 'scalar' : 'unknown';
}

/** The edits of source text that put placeholders in; null where one would cut through an expression that stays. */
export interface SourceEdit {
  readonly range: readonly [number, number];
  readonly text: string;
}

/** What is written for a text from its pieces: an own quote style is kept, lines make it a template. */
type Item = { readonly text: string } | { readonly code: string };

/**
 * Rewrites the text expression.
 * @param codeOf in a tagged template the code that takes the placeholder's place; null elsewhere
 */
export function rewriteText(
  root: Node,
  segments: readonly Segment[],
  edits: readonly TextEdit[],
  source: SourceCode,
  codeOf: ((edit: number) => string) | null,
): SourceEdit[] | null {
  const spans = spansOf(segments);
  const groups = groupsOf(segments, spans, edits);
  if (!groups) return null;
  const whole = codeOf !== null || unwrap(root).type === 'TemplateLiteral' || !isSpread(root);
  if (whole) {
    if (source.getCommentsInside(unwrap(root)).length > 0) return null;
    return [
      {
        range: unwrap(root).range,
        text: render(itemsOf(segments, spans, edits, source, codeOf), root, source, codeOf !== null),
      },
    ];
  }
  return editsOfGroups(root, groups, segments, spans, edits, source);
}

/** A concatenation over several lines is edited where it changes, and otherwise left as it is laid out. */
const isSpread = (root: Node): boolean => {
  const { start, end } = locOf(root);
  return start.line !== end.line;
};

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where each segment stands in the joined text. */
function spansOf(segments: readonly Segment[]): Span[] {
  let at = 0;
  return segments.map((segment) => {
    const start = at;
    at += segment.kind === 'hole' ? 1 : segment.text.length;
    return { start, end: at };
  });
}

const touches = (span: Span, edit: TextEdit): boolean => span.start < edit.end && span.end > edit.start;

/** Runs of operands that the edits make one; null where an edit would take in an expression that stays. */
function groupsOf(
  segments: readonly Segment[],
  spans: readonly Span[],
  edits: readonly TextEdit[],
): [number, number][] | null {
  const groups: [number, number][] = [];
  for (const edit of edits) {
    const touched = segments.filter((_, i) => touches(spans[i]!, edit));
    if (touched.some((segment) => segment.kind === 'kept')) return null;
    const indexes = touched.map(({ leaf }) => leaf.index);
    let first = Math.min(...indexes);
    let last = Math.max(...indexes);
    const isText = (index: number): boolean =>
      segments.some(
        (segment) => segment.leaf.index === index && segment.leaf.node.type !== 'Identifier' && segment.kind === 'text',
      );
    // A value alone becomes part of the text beside it.
    if (!isText(first) && isText(first - 1)) first--;
    if (!isText(last) && isText(last + 1)) last++;
    const previous = groups.at(-1);
    if (previous && previous[1] >= first) previous[1] = Math.max(previous[1], last);
    else groups.push([first, last]);
  }
  return groups;
}

/** The text after the edits, in order, as written text and code. */
function itemsOf(
  segments: readonly Segment[],
  spans: readonly Span[],
  edits: readonly TextEdit[],
  source: SourceCode,
  codeOf: ((edit: number) => string) | null,
  only: (leaf: number) => boolean = () => true,
): Item[] {
  const items: Item[] = [];
  const done = new Set<number>();
  for (const [i, segment] of segments.entries()) {
    if (!only(segment.leaf.index)) continue;
    const span = spans[i]!;
    let at = span.start;
    for (const [n, edit] of edits.entries()) {
      if (!touches(span, edit)) continue;
      if (segment.kind === 'text' && edit.start > at)
        items.push({ text: segment.text.slice(at - span.start, edit.start - span.start) });
      if (!done.has(n)) {
        done.add(n);
        items.push({ text: edit.before }, codeOf ? { code: codeOf(n) } : { text: edit.placeholder }, {
          text: edit.after,
        });
      }
      at = Math.max(at, Math.min(edit.end, span.end));
    }
    if (segment.kind === 'text') items.push({ text: segment.text.slice(at - span.start) });
    else if (segment.kind === 'kept') items.push({ code: source.getText(segment.node) });
  }
  return items;
}

function editsOfGroups(
  root: Node,
  groups: readonly (readonly [number, number])[],
  segments: readonly Segment[],
  spans: readonly Span[],
  edits: readonly TextEdit[],
  source: SourceCode,
): SourceEdit[] | null {
  const leaves = new Map(segments.map(({ leaf }) => [leaf.index, leaf.node]));
  const result: SourceEdit[] = [];
  for (const [first, last] of groups) {
    const from = outerRange(leaves.get(first)!, root, source);
    const to = outerRange(leaves.get(last)!, root, source);
    for (let index = first; index < last; index++)
      if (
        !isPlusBetween(
          outerRange(leaves.get(index)!, root, source),
          outerRange(leaves.get(index + 1)!, root, source),
          source,
        )
      )
        return null;
    const items = itemsOf(segments, spans, edits, source, null, (leaf) => leaf >= first && leaf <= last);
    result.push({ range: [from[0], to[1]], text: render(items, leaves.get(first)!, source, false) });
  }
  return result;
}

/** An operand with the parentheses round it. */
function outerRange(node: Node, root: Node, source: SourceCode): readonly [number, number] {
  const before = source.getTokenBefore(node);
  const after = source.getTokenAfter(node);
  return before?.value === '(' &&
    after?.value === ')' &&
    before.range[0] >= root.range[0] &&
    after.range[1] <= root.range[1]
    ? [before.range[0], after.range[1]]
    : node.range;
}

const isPlusBetween = (
  left: readonly [number, number],
  right: readonly [number, number],
  source: SourceCode,
): boolean => /^\s*\+\s*$/.test(source.text.slice(left[1], right[0]));

/** Writes a text: as a template where it has code or lines in it, else in quotes of the file's kind. */
function render(items: readonly Item[], near: Node, source: SourceCode, template: boolean): string {
  const text = items.map((item) => ('text' in item ? item.text : '')).join('');
  const hasCode = items.some((item) => 'code' in item);
  if (!template && !hasCode && !/[\n\r]/.test(text)) return quoted(text, near, source);
  const body = items.map((item) => ('code' in item ? `\${${item.code}}` : escapedInTemplate(item.text))).join('');
  return `\`${body}\``;
}

export const escapedInTemplate = (text: string): string => text.replaceAll(/[\\`]|\$(?=\{)/g, '\\$&');

function quoted(text: string, near: Node, source: SourceCode): string {
  const preferred = quoteOf(near, source);
  const other = preferred === "'" ? '"' : "'";
  const quote = text.includes(preferred) && !text.includes(other) ? other : preferred;
  return quote + text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`) + quote;
}

/** The kind of quotes that the file's imports and calls are written in. */
function quoteOf(near: Node, source: SourceCode): string {
  const token = source.ast.tokens.find((each) => /^['"]/.test(each.value));
  return token?.value[0] ?? (near.type === 'Literal' ? source.text[near.range[0]]! : "'");
}

/** A name for a parameter, after the value that it takes. */
export function parameterName(value: Node, fallback: string): string {
  const inner = unwrap(value);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type === 'CallExpression') {
    const receiver = receiverOf(inner) ?? inner.arguments[0];
    return receiver && receiver.type !== 'CallExpression' ? parameterName(receiver, fallback) : fallback;
  }
  if (inner.type !== 'MemberExpression') return fallback;
  const name = memberName(inner);
  return name !== null && /^[A-Za-z_]\w*$/.test(name) ? name : fallback;
}
