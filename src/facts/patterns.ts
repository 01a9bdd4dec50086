import type { Node } from '../syntax/ast.js';
import { follow } from './values.js';

/**
 * Whether a pattern lets only harmless text through: anchored at both ends, no wildcard, no negated class, and no
 * quote, semicolon, comment or free white space among what it takes.
 */
export function isSafePattern(node: Node): boolean {
  const value = follow(node);
  if (value.type !== 'Literal' || !('regex' in value)) return false;
  const { pattern, flags } = value.regex;
  if (flags.includes('m') || !pattern.startsWith('^') || !/(?:^|[^\\])\$$/.test(pattern)) return false;
  // What is only looked at isn't taken.
  const body = pattern.slice(1, -1).replaceAll(/\(\?<?[!=][^()]*\)/g, '');
  if (/['"`;]|\[\^|\\[sSWDBPp]|\(\?[!=]|\(\?<[!=]/.test(body)) return false;
  return !hasWildcardOrOuterChoice(body);
}

/** A dot outside a class takes anything; a choice outside a group isn't anchored at both ends; spaces in a class are free text. */
function hasWildcardOrOuterChoice(body: string): boolean {
  let depth = 0;
  let inClass = false;
  for (let i = 0; i < body.length; i++) {
    const char = body[i]!;
    if (char === '\\') i++;
    else if (inClass) {
      if (char === ' ') return true;
      inClass = char !== ']';
    } else if (char === '[') inClass = true;
    else if (char === '(') depth++;
    else if (char === ')') depth--;
    else if (char === '.' || (char === '|' && depth === 0)) return true;
    else if (char === ' ' && /[*+{]/.test(body[i + 1] ?? '')) return true;
  }
  return false;
}
