import type { TSESLint } from '@typescript-eslint/utils';

import type { UnsafeComparison } from '../facts/credentials/comparisons.js';
import { isRequestRead } from '../facts/credentials/origins.js';
import { variableIn } from '../facts/tokens/configuration.js';
import type { BackendFile } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { unwrap } from '../syntax/nodes.js';
import { cryptoNames } from './crypto.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

export interface TimingSafeFix {
  /** Nothing but the time changes. */
  readonly safe: boolean;
  readonly edit: Fix;
}

/**
 * The same comparison in constant time. Buffers: `a.length === b.length && timingSafeEqual(a, b)`; texts, whose lengths
 * may differ and say something themselves: the digests of both.
 */
export function findTimingSafeFix(
  { node, given, expected, buffers, negated }: UnsafeComparison,
  file: BackendFile,
): TimingSafeFix | null {
  if (/\b(?:Deno|Bun)\./.test(file.text) && !/crypto/.test(file.text)) return null;
  const source = (each: Node): string => file.text.slice(...each.range);
  const [a, b] = [source(given), source(expected)];
  const names = isCheap(buffers, a, b)
    ? cryptoNames(file, ['timingSafeEqual'])
    : cryptoNames(file, ['createHash', 'timingSafeEqual']);
  if (!names) return null;
  const codes = names.codes as Readonly<Record<string, string>>;
  const safe = codes['timingSafeEqual']!;
  if (isCheap(buffers, a, b)) {
    const both = `${a}.length === ${b}.length && ${safe}(${a}, ${b})`;
    const isAlone =
      node.parent.type === 'ReturnStatement' ||
      node.parent.type === 'IfStatement' ||
      node.parent.type === 'VariableDeclarator';
    return {
      safe: true,
      edit: (fixer) => [
        fixer.replaceText(node, negated ? `!(${both})` : isAlone ? both : `(${both})`),
        ...names.edits(fixer),
      ],
    };
  }
  const digest = (text: string): string => `${codes['createHash']!}('sha256').update(${text}).digest()`;
  const call = `${safe}(${digest(textOf(given, a))}, ${digest(isEnvironment(expected) && isTypescript(file) ? `${b}!` : textOf(expected, b))})`;
  return {
    safe: false,
    edit: (fixer) => [fixer.replaceText(node, negated ? `!${call}` : call), ...names.edits(fixer)],
  };
}

const isTypescript = ({ path }: BackendFile): boolean => /\.[cm]?tsx?$/.test(path);
const isEnvironment = (node: Node): boolean => variableIn(unwrap(node)) !== null;
/** What a client sends may be a list or nothing. */
const textOf = (node: Node, source: string): string =>
  isRequestRead(node) && !source.startsWith('String(') ? `String(${source})` : source;

/** Buffers under a name: what stands twice in the fix must not be computed twice. */
const isCheap = (buffers: boolean, a: string, b: string): boolean =>
  buffers && /^[\w$.]+$/.test(a) && /^[\w$.]+$/.test(b);
