import type { KindSet } from '../../model/flow.js';
import type { Node } from '../../syntax/ast.js';
import { unwrap } from '../../syntax/nodes.js';
import { constantOf } from '../values.js';
import { kinds, TEXT } from './kinds.js';

/** What a part of a text is free of by standing there: an object no more, and behind a fixed host no address. */
export function textKinds(text: Node, part: Node): KindSet {
  const before = textBefore(text, part);
  // `user:${name}` is the name of nothing that every object has; `user.${path}` is a way on.
  const set = before === '' || before.endsWith('.') ? TEXT : TEXT | kinds('property');
  return fixesHost(before) ? set | kinds('url', 'redirect') : set;
}

/** An unknown part of a text, in what stands before another. */
const HOLE = '\u0000';

/** What stands before a part in a template or a sum, with a mark for what isn't known. */
function textBefore(text: Node, part: Node): string {
  const pieces: string[] = [];
  collect(text, part, pieces, 0);
  return pieces.join('');
}

function collect(node: Node, part: Node, pieces: string[], hops: number): boolean {
  if (node === part) return true;
  const value = unwrap(node);
  if (value === part) return true;
  if (hops < 40 && value.type === 'TemplateLiteral') {
    for (const [i, quasi] of value.quasis.entries()) {
      pieces.push(quasi.value.cooked ?? '');
      const hole = value.expressions[i];
      if (hole && collect(hole, part, pieces, hops + 1)) return true;
    }
    return false;
  }
  if (hops < 40 && value.type === 'BinaryExpression' && value.operator === '+')
    return collect(value.left, part, pieces, hops + 1) || collect(value.right, part, pieces, hops + 1);
  const constant = constantOf(value);
  pieces.push(constant === undefined ? HOLE : String(constant));
  return false;
}

/**
 * Whether a text that begins so leads to a host of its own: `https://api.example.com/`, `/users/`, `${base}/x`, a query.
 * `/` alone doesn't: `//evil.com` is another host.
 */
export function fixesHost(before: string): boolean {
  if (before === '') return false;
  const scheme = /^(?:\u0000|[a-z][a-z\d+.-]*):\/\//i.exec(before);
  // A host of the code's own, whatever it is: what follows its first slash is a path.
  if (scheme) return /[/?#]/.test(before.slice(scheme[0].length));
  if (/^[a-z][a-z\d+.-]*:?\/?$/i.test(before)) return false;
  if (before.startsWith(HOLE)) return /^\u0000[^/?#]*[/?#]/.test(before);
  if (before.startsWith('/')) return /^\/[^/\\]/.test(before);
  return /[/?#]/.test(before);
}
