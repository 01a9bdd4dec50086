import type { TSESLint } from '@typescript-eslint/utils';

import type { PredictableValue } from '../facts/credentials/predictable.js';
import { constantOf } from '../facts/values.js';
import type { BackendFile } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { calleeName, outward, receiverOf, unwrap } from '../syntax/nodes.js';
import { cryptoNames } from './crypto.js';

export interface UnpredictableFix {
  /** What is written: `randomInt(100000, 1000000)`, `randomUUID()`. */
  readonly code: string;
  /** The value keeps its type and form. */
  readonly keeps: boolean;
  readonly fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];
}

/** The same value from node:crypto: a whole number stays one, texts become a UUID. */
export function findUnpredictable({ source, how }: PredictableValue, file: BackendFile): UnpredictableFix | null {
  if (source.type !== 'CallExpression' || (calleeName(source) !== 'random' && calleeName(source) !== 'now'))
    return null;
  const owner = receiverOf(source);
  // lodash's own random takes bounds.
  if (owner?.type !== 'Identifier' || !/^(?:Math|Date|performance)$/.test(owner.name)) return null;
  const number = how === 'random' ? findInteger(source, file) : null;
  if (number) return edit(file, 'randomInt', (name) => `${name}(${number.range})`, number.node, true);
  const { node, isText } = chainRound(source);
  return edit(file, 'randomUUID', (name) => `${name}()`, node, isText);
}

function edit(
  file: BackendFile,
  name: string,
  write: (name: string) => string,
  node: Node,
  keeps: boolean,
): UnpredictableFix | null {
  const names = cryptoNames(file, [name]);
  if (!names) return null;
  const code = write(names.codes[name]!);
  return { code, keeps, fix: (fixer) => [fixer.replaceText(node, code), ...names.edits(fixer)] };
}

/** `Math.floor(Math.random() * n)` and `Math.floor(a + Math.random() * n)`, with the range that randomInt takes. */
function findInteger(random: Node, file: BackendFile): { readonly node: Node; readonly range: string } | null {
  const source = (node: Node): string => file.text.slice(...node.range);
  const product = outward(random);
  if (product?.type !== 'BinaryExpression' || product.operator !== '*') return null;
  const size = unwrap(product.left) === random ? product.right : (product.left as Node);
  let whole = outward(product);
  let low: Node | null = null;
  const sum = whole?.type === 'BinaryExpression' && whole.operator === '+' ? whole : null;
  if (sum) {
    low = unwrap(sum.left) === product ? sum.right : sum.left;
    whole = outward(sum);
  }
  if (whole?.type !== 'CallExpression' || calleeName(whole) !== 'floor') return null;
  // `Math.floor(Math.random() * 900000) + 100000`
  const outer = outward(whole);
  if (!low && outer?.type === 'BinaryExpression' && outer.operator === '+') {
    const other = unwrap(outer.left) === whole ? outer.right : (outer.left as Node);
    if (typeof constantOf(other) === 'number') return { node: outer, range: rangeOf(other, size, source) };
  }
  return { node: whole, range: low ? rangeOf(low, size, source) : source(size) };
}

function rangeOf(low: Node, size: Node, source: (node: Node) => string): string {
  const [from, count] = [constantOf(low), constantOf(size)];
  return typeof from === 'number' && typeof count === 'number'
    ? `${from}, ${from + count}`
    : `${source(low)}, ${source(low)} + ${source(size)}`;
}

/** `Math.random().toString(36).slice(2)`: all of it; and whether it is used as a text. */
function chainRound(source: Node): { readonly node: Node; readonly isText: boolean } {
  let node = source;
  let isText = false;
  for (;;) {
    const member = outward(node);
    const call = member?.type === 'MemberExpression' && unwrap(member.object) === unwrap(node) ? outward(member) : null;
    if (
      call?.type === 'CallExpression' &&
      unwrap(call.callee) === member &&
      /^(?:toString|slice|substring|substr|padStart|replace|toUpperCase|toFixed)$/.test(calleeName(call) ?? '')
    ) {
      isText = true;
      node = call;
      continue;
    }
    if (member?.type === 'CallExpression' && calleeName(member) === 'String' && member.arguments[0] === node) {
      isText = true;
      node = member;
      continue;
    }
    const holder = outward(node);
    return { node, isText: isText || holder?.type === 'TemplateLiteral' };
  }
}
