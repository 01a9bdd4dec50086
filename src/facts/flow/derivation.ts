import type { Node } from '../../syntax/ast.js';
import { memberName, receiverOf, unwrapAwait } from '../../syntax/nodes.js';
import { allWrites, getBinding } from '../bindings.js';
import { isSame } from '../subjects.js';

const MAX_HOPS = 10;

/**
 * Whether an expression is made of the subject: `new URL(target).hostname`, `path.resolve(root, name)`, a name for one of
 * them. A check of it is a check of the subject.
 */
export function isMadeOf(node: Node, subject: Node, hops = 0): boolean {
  if (hops > MAX_HOPS) return false;
  const value = unwrapAwait(node);
  if (isSame(value, subject)) return true;
  switch (value.type) {
    case 'Identifier': {
      const binding = getBinding(value);
      if (binding.kind !== 'value') return false;
      return (binding.init ? [binding.init] : allWrites(binding.variable)).some((each) =>
        isMadeOf(each, subject, hops + 1),
      );
    }
    case 'MemberExpression':
      return isMadeOf(value.object, subject, hops + 1);
    case 'NewExpression':
      return value.arguments.some((argument) => isMadeOf(argument, subject, hops + 1));
    case 'CallExpression': {
      const receiver = receiverOf(value);
      return (
        (receiver !== null && isMadeOf(receiver, subject, hops + 1)) ||
        value.arguments.some((argument) => isMadeOf(argument, subject, hops + 1))
      );
    }
    case 'TemplateLiteral':
      return value.expressions.some((hole) => isMadeOf(hole, subject, hops + 1));
    case 'BinaryExpression':
      return (
        value.operator === '+' && (isMadeOf(value.left, subject, hops + 1) || isMadeOf(value.right, subject, hops + 1))
      );
    default:
      return false;
  }
}

/** Parts of a parsed address: a check of one is a check of the address. */
const ADDRESS = /^(?:href|pathname|search|hash|origin|host|hostname)$/;

/** Whether the subject and the expression are made of the same value: `const full = join(root, name)` and `name`. */
export function sharesOrigin(node: Node, subject: Node): boolean {
  if (isMadeOf(node, subject)) return true;
  if (subject.type === 'MemberExpression' && ADDRESS.test(memberName(subject) ?? ''))
    return sharesOrigin(node, subject.object);
  // The subject is itself a name for something made of the checked one.
  const value = unwrapAwait(subject);
  if (value.type !== 'Identifier') return false;
  const binding = getBinding(value);
  return binding.kind === 'value' && binding.constant && binding.init !== null && isMadeOf(binding.init, rootOf(node));
}

/** The name at the bottom of `new URL(x).host`, `x.toLowerCase()`. */
function rootOf(node: Node): Node {
  const value = unwrapAwait(node);
  if (value.type === 'MemberExpression') return value.computed ? value : rootOf(value.object);
  if (value.type === 'CallExpression') {
    const receiver = receiverOf(value);
    return receiver ? rootOf(receiver) : value;
  }
  return value;
}
