import type { FunctionNode, Node } from '../syntax/ast.js';
import { calleeName, memberName, unwrap } from '../syntax/nodes.js';
import { constantOf, follow } from './values.js';

const ALL = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const;

/**
 * The HTTP methods with which a handler of all methods comes to a place in it, by the tests of `req.method` that it
 * passes. `isTold` is false where no test was passed.
 */
export function methodsAt(place: Node, handler: FunctionNode): { methods: readonly string[]; isTold: boolean } {
  let methods: readonly string[] = ALL;
  const narrow = (test: Node, isTrue: boolean): void => {
    const given = methodsOf(test, isTrue);
    if (given) methods = methods.filter((method) => given.includes(method));
  };
  let inner: Node = place;
  for (let up = place.parent; up && inner !== handler; inner = up, up = up.parent) {
    if (up.type === 'IfStatement' || up.type === 'ConditionalExpression') {
      if (inner === up.consequent) narrow(up.test, true);
      else if (inner === up.alternate) narrow(up.test, false);
    } else if (up.type === 'LogicalExpression' && up.operator === '&&' && inner === up.right) narrow(up.left, true);
    else if (up.type === 'SwitchCase' && isMethod((up.parent as { discriminant: Node }).discriminant)) {
      const { cases } = up.parent;
      const tests = casesLeadingTo(cases, cases.indexOf(up));
      if (tests) methods = methods.filter((method) => tests.includes(method));
    } else if (up.type === 'BlockStatement')
      for (const statement of up.body) {
        if (statement === inner) break;
        if (statement.type === 'IfStatement' && leaves(statement.consequent)) narrow(statement.test, false);
      }
  }
  return { methods, isTold: methods.length < ALL.length };
}

/** The methods of a case and of those before it that fall through to it; null with a `default` among them. */
function casesLeadingTo(
  cases: readonly { readonly test: Node | null; readonly consequent: readonly Node[] }[],
  index: number,
): string[] | null {
  const methods: string[] = [];
  for (let at = index; at >= 0; at--) {
    const { test, consequent } = cases[at]!;
    if (at < index && consequent.length > 0) break;
    if (!test) return null;
    methods.push(String(constantOf(test)));
  }
  return methods;
}

function leaves(node: Node): boolean {
  const last = node.type === 'BlockStatement' ? node.body.at(-1) : node;
  return last?.type === 'ReturnStatement' || last?.type === 'ThrowStatement';
}

/** `req.method`, `event.httpMethod`, `event.requestContext.http.method`, `method`. */
function isMethod(node: Node): boolean {
  const value = unwrap(node);
  const name = value.type === 'Identifier' ? value.name : value.type === 'MemberExpression' ? memberName(value) : null;
  if (value.type === 'CallExpression') {
    if (/^(?:getMethod|toUpperCase|toLowerCase)$/.test(calleeName(value) ?? ''))
      return (
        value.callee.type !== 'MemberExpression' || isMethod(value.callee.object) || calleeName(value) === 'getMethod'
      );
    return false;
  }
  return name !== null && /^(?:method|httpMethod|requestMethod|verb)$/.test(name);
}

/** The methods for which a condition is true (or false); null where it is about something else. */
function methodsOf(test: Node, isTrue: boolean): readonly string[] | null {
  const node = unwrap(test);
  switch (node.type) {
    case 'UnaryExpression':
      return node.operator === '!' ? methodsOf(node.argument, !isTrue) : null;
    case 'BinaryExpression': {
      const method = isMethod(node.left)
        ? constantOf(node.right)
        : isMethod(node.right)
          ? constantOf(node.left)
          : undefined;
      if (typeof method !== 'string') return null;
      const isEqual = /^===?$/.test(node.operator);
      if (!isEqual && !/^!==?$/.test(node.operator)) return null;
      const name = method.toUpperCase();
      return isEqual === isTrue ? [name] : ALL.filter((each) => each !== name);
    }
    case 'LogicalExpression': {
      const left = methodsOf(node.left, isTrue);
      const right = methodsOf(node.right, isTrue);
      // What holds of both sides narrows; of one of two, only where both are about the method.
      if ((node.operator === '&&') === isTrue) {
        if (!left || !right) return left ?? right;
        return left.filter((method) => right.includes(method));
      }
      return left && right ? [...new Set([...left, ...right])] : null;
    }
    case 'CallExpression': {
      const list = node.callee.type === 'MemberExpression' ? follow(node.callee.object) : null;
      if (calleeName(node) !== 'includes' || list?.type !== 'ArrayExpression' || !node.arguments[0]) return null;
      if (!isMethod(node.arguments[0])) return null;
      const names = list.elements.map((each) => String(each && constantOf(each)).toUpperCase());
      return ALL.filter((method) => names.includes(method) === isTrue);
    }
    default:
      return null;
  }
}

/** Whether a handler takes a body: what it does is meant for POST and its like. */
export function readsBody(handler: FunctionNode, text: string): boolean {
  return /\.body\b|\bbody\b\s*[,}]|\.json\(\)|\.formData\(\)|readBody|readValidatedBody/.test(
    text.slice(handler.range[0], handler.range[1]),
  );
}
