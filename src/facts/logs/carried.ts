import type { Node } from '../../syntax/ast.js';
import { calleeName, memberName, unwrapAwait } from '../../syntax/nodes.js';

/** Calls whose result still says all of their arguments. */
const TELLS_ARGUMENTS =
  /^(?:stringify|String|inspect|format|formatWithOptions|assign|concat|freeze|entries|fromEntries|toJSON|structuredClone)$/;
/** Methods whose result still says all of their receiver. */
const TELLS_RECEIVER =
  /^(?:toString|trim|trimEnd|trimStart|toLowerCase|toUpperCase|join|concat|toJSON|toObject|valueOf|normalize)$/;

/** One value inside a logged expression, with the names under which it stands in the logged object. */
export interface Carried {
  readonly node: Node;
  /** From the outside in: `['req', 'headers']`; empty for a value that stands in the text or alone. */
  readonly path: readonly string[];
}

/**
 * The values that a logged expression says as they are: operands of texts, properties of objects, arms of choices,
 * arguments of `JSON.stringify`. Nothing of what is handed to another function, compared, counted or negated.
 */
export function allCarried(node: Node, path: readonly string[] = [], depth = 0): Carried[] {
  if (depth > 12) return [];
  const value = unwrapAwait(node);
  const into = (next: Node, at = path): Carried[] => allCarried(next, at, depth + 1);
  switch (value.type) {
    case 'TemplateLiteral':
      return value.expressions.flatMap((each) => into(each, []));
    case 'BinaryExpression':
      return value.operator === '+' ? [...into(value.left, []), ...into(value.right, [])] : [];
    case 'LogicalExpression':
      return value.operator === '&&' ? into(value.right) : [...into(value.left), ...into(value.right)];
    case 'ConditionalExpression':
      return [...into(value.consequent), ...into(value.alternate)];
    case 'ObjectExpression':
      return value.properties.flatMap((property) => {
        if (property.type === 'SpreadElement') return into(property.argument);
        const { key } = property;
        const name =
          key.type === 'Identifier' && !property.computed ? key.name : key.type === 'Literal' ? String(key.value) : '?';
        return into(property.value, [...path, name]);
      });
    case 'ArrayExpression':
      return value.elements.flatMap((each) =>
        each ? into(each.type === 'SpreadElement' ? each.argument : each, [...path, '*']) : [],
      );
    case 'SpreadElement':
      return into(value.argument);
    case 'CallExpression': {
      const name = calleeName(value) ?? '';
      const callee = value.callee;
      if (TELLS_ARGUMENTS.test(name)) {
        // A replacer or an allow-list picks what is said.
        const picks = name === 'stringify' && value.arguments[1] !== undefined && !isNothing(value.arguments[1]);
        if (!picks) return value.arguments.flatMap((each) => into(each, []));
        return [];
      }
      if (callee.type === 'MemberExpression' && TELLS_RECEIVER.test(memberName(callee) ?? ''))
        return into(callee.object, []);
      return [{ node: value, path }];
    }
    case 'Literal':
    case 'UnaryExpression':
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return [];
    default:
      return [{ node: value, path }];
  }
}

const isNothing = (node: Node): boolean =>
  (node.type === 'Literal' && node.value === null) || (node.type === 'Identifier' && node.name === 'undefined');
