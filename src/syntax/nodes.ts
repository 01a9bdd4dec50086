import type { ClassNode, FunctionNode, Node, NodeOf, NodeType, TSESTree } from './ast.js';

const FUNCTIONS = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression']);

export const isFunction = (node: Node | null | undefined): node is FunctionNode =>
  node != null && FUNCTIONS.has(node.type);

/** Whether a function has a body: overloads and declarations of other parsers' trees are functions without one. */
export const hasBody = (fn: FunctionNode): boolean => (fn.body as Node | null | undefined) != null;

export const isClass = (node: Node | null | undefined): node is ClassNode =>
  node?.type === 'ClassDeclaration' || node?.type === 'ClassExpression';

/** What stands inside casts, non-null marks, optional chains and `await`-free wrappers: the expression that gives the value. */
export function unwrap(node: Node): Node {
  for (;;) {
    switch (node.type as string) {
      case 'TSAsExpression':
      case 'TSNonNullExpression':
      case 'TSSatisfiesExpression':
      case 'TSTypeAssertion':
      case 'TSInstantiationExpression':
      case 'ChainExpression':
      case 'ParenthesizedExpression':
        node = (node as TSESTree.TSAsExpression).expression;
        break;
      default:
        return node;
    }
  }
}

/** The same, through `await` as well: a promise of a value counts as the value. */
export function unwrapAwait(node: Node): Node {
  let inner = unwrap(node);
  while (inner.type === 'AwaitExpression') inner = unwrap(inner.argument);
  return inner;
}

/** The nearest ancestor that isn't a transparent wrapper of `node`: where the value goes. */
export function outward(node: Node): Node | undefined {
  let parent = node.parent;
  while (parent && unwrap(parent) !== parent) parent = parent.parent;
  return parent;
}

/** The outermost transparent wrapper round `node` (itself when there is none). */
export function wrapped(node: Node): Node {
  let current = node;
  while (current.parent && unwrap(current.parent) === unwrap(node) && current.parent !== current)
    current = current.parent;
  return current;
}

/** A name known from the syntax alone: of a property, member, method or key. Null for computed names that are no literals. */
export function keyName(key: Node, computed: boolean): string | null {
  if (!computed) {
    if (key.type === 'Identifier') return key.name;
    if (key.type === 'PrivateIdentifier') return `#${key.name}`;
  }
  if (key.type === 'Literal') return String(key.value);
  if (key.type === 'TemplateLiteral' && key.expressions.length === 0) return key.quasis[0]!.value.cooked;
  return null;
}

/** The name after the dot (or in literal brackets) of a member expression. */
export const memberName = (node: TSESTree.MemberExpression): string | null => keyName(node.property, node.computed);

/** The name by which a function or method is called: `f` of `f()`, `m` of `a.b.m()`. */
export function calleeName(call: TSESTree.CallExpression | TSESTree.NewExpression): string | null {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type === 'MemberExpression') return memberName(callee);
  return null;
}

/** The object before the dot of a method call. */
export function receiverOf(call: TSESTree.CallExpression): TSESTree.Expression | null {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? callee.object : null;
}

/** An own, plain property of an object literal by name; the last one wins, as at run time. */
export function findProperty(object: TSESTree.ObjectExpression, name: string): TSESTree.Property | null {
  for (let i = object.properties.length - 1; i >= 0; i--) {
    const property = object.properties[i]!;
    if (property.type === 'Property' && keyName(property.key, property.computed) === name) return property;
  }
  return null;
}

/** The innermost function round `node`, `node` itself excluded. */
export function enclosingFunction(node: Node): FunctionNode | null {
  for (let up = node.parent; up; up = up.parent) if (isFunction(up)) return up;
  return null;
}

/** The class whose body `this` means at `node`, or null. */
export function classOfThis(node: Node): ClassNode | null {
  for (let up: Node | undefined = node; up; up = up.parent) {
    if (up.type === 'ClassBody') return up.parent;
    if (
      (up.type === 'FunctionExpression' || up.type === 'FunctionDeclaration') &&
      up.parent.type !== 'MethodDefinition'
    )
      return null;
  }
  return null;
}

/** The innermost ancestor (or `node` itself) of one of the types. */
export function closest<T extends NodeType>(node: Node, ...types: readonly T[]): NodeOf<T> | null {
  for (let up: Node | undefined = node; up; up = up.parent)
    // The checker finds the union too complex without the assertion, the linter thinks it unnecessary.
    // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-assertion
    if ((types as readonly string[]).includes(up.type)) return up as NodeOf<T>;
  return null;
}

export const isInside = (node: Node, outer: Node): boolean =>
  node.range[0] >= outer.range[0] && node.range[1] <= outer.range[1];

/** The text of a string literal or of a template without holes. */
export function literalText(node: Node): string | null {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : null;
  if (node.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]!.value.cooked;
  return null;
}

/** The decorators of a class, member or parameter. */
export function decoratorsOf(node: Node): readonly TSESTree.Decorator[] {
  const own = (node as { decorators?: TSESTree.Decorator[] }).decorators ?? [];
  return own;
}

/** The name of a decorator: `Post` of `@Post('x')`, `ns.Post()` or `@Post`. */
export function decoratorName(decorator: TSESTree.Decorator): string | null {
  const expression = decorator.expression;
  const target = expression.type === 'CallExpression' ? expression.callee : expression;
  if (target.type === 'Identifier') return target.name;
  return target.type === 'MemberExpression' ? memberName(target) : null;
}

/** The arguments of a decorator's call; none for a bare `@Post`. */
export const decoratorArguments = (decorator: TSESTree.Decorator): readonly TSESTree.CallExpressionArgument[] =>
  decorator.expression.type === 'CallExpression' ? decorator.expression.arguments : [];
