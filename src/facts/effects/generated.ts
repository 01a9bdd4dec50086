import type { Node } from '../../syntax/ast.js';
import { calleeName, unwrapAwait } from '../../syntax/nodes.js';
import { follow } from '../values.js';

const GENERATORS =
  /uuid|nanoid|cuid|ulid|ksuid|snowflake|objectid|random|generate|unique|createid|newid|makeid|^now$|^hrtime|^getTime$|shortid|hashids|^alphaid$/i;

/** Whether a value is made up anew at every run, so that no repeat ever brings it again: an id, a random token, the time. */
export function isGenerated(node: Node, hops = 0): boolean {
  if (hops > 6) return false;
  const value = unwrapAwait(follow(node));
  switch (value.type) {
    case 'CallExpression':
      if (GENERATORS.test(calleeName(value) ?? '')) return true;
      // `prefix.concat(nanoid())`, `randomBytes(16).toString('hex')`, `hash(nanoid())`.
      return (
        (value.callee.type === 'MemberExpression' && isGenerated(value.callee.object, hops + 1)) ||
        value.arguments.some((argument) => argument.type === 'CallExpression' && isGenerated(argument, hops + 1))
      );
    case 'NewExpression':
      return /^(?:ObjectId|Date|UUID|ObjectID)$/.test(calleeName(value) ?? '') && value.arguments.length === 0;
    case 'TemplateLiteral':
      return value.expressions.some((hole) => isGenerated(hole, hops + 1));
    case 'BinaryExpression':
      return isGenerated(value.left, hops + 1) || isGenerated(value.right, hops + 1);
    case 'Identifier':
    default:
      return false;
  }
}
