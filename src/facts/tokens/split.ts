import type { Node } from '../../syntax/ast.js';
import { calleeName, memberName, receiverOf, unwrapAwait } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { constantOf, follow } from '../values.js';

/** `token.split('.')[1]`, also over names: the token. */
export function splitToken(node: Node, hops = 0): Node | null {
  const value = unwrapAwait(node);
  if (hops > 6) return null;
  if (value.type === 'MemberExpression' && memberName(value) === '1') return splitCall(value.object);
  if (value.type === 'CallExpression' && /^(?:replace|replaceAll|padEnd|concat)$/.test(calleeName(value) ?? '')) {
    const receiver = receiverOf(value);
    return receiver && splitToken(receiver, hops + 1);
  }
  if (value.type !== 'Identifier') return null;
  const binding = getBinding(value);
  if (binding.kind !== 'value' || !binding.init) return null;
  if (binding.path.length === 1 && binding.path[0] === '1') return splitCall(binding.init);
  return binding.path.length === 0 ? splitToken(binding.init, hops + 1) : null;
}

function splitCall(node: Node): Node | null {
  const value = unwrapAwait(follow(node));
  if (value.type !== 'CallExpression' || calleeName(value) !== 'split') return null;
  const [separator] = value.arguments;
  return separator && separator.type !== 'SpreadElement' && constantOf(separator) === '.' ? receiverOf(value) : null;
}
