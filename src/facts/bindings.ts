import type { TSESTree } from '@typescript-eslint/utils';
import type { Scope, Variable } from '@typescript-eslint/scope-manager';

import { fileOf } from '../model/file.js';
import type { ClassNode, FunctionNode, Node } from '../syntax/ast.js';
import { isFunction, keyName } from '../syntax/nodes.js';

/** A step into a value by destructuring: a property name, or an index in brackets; `...` for a rest element. */
export type Step = string;

/** How an identifier got its value. */
export type Binding =
  | { readonly kind: 'import'; readonly specifier: string; readonly imported: string; readonly variable: Variable }
  | {
      readonly kind: 'value';
      readonly init: TSESTree.Expression | null;
      readonly path: readonly Step[];
      /** The default in the pattern: `const { a = 1 } = x`. */
      readonly fallback: TSESTree.Expression | null;
      readonly annotation: TSESTree.TypeNode | null;
      readonly variable: Variable;
      readonly constant: boolean;
    }
  | {
      readonly kind: 'parameter';
      readonly fn: FunctionNode;
      readonly index: number;
      readonly path: readonly Step[];
      readonly fallback: TSESTree.Expression | null;
      readonly annotation: TSESTree.TypeNode | null;
      readonly variable: Variable;
    }
  /** The variable of a `for … of` loop. */
  | {
      readonly kind: 'element';
      readonly of: TSESTree.Expression;
      readonly path: readonly Step[];
      readonly variable: Variable;
    }
  | { readonly kind: 'function'; readonly node: FunctionNode; readonly variable: Variable }
  | { readonly kind: 'class'; readonly node: ClassNode; readonly variable: Variable }
  | { readonly kind: 'enum'; readonly node: TSESTree.TSEnumDeclaration; readonly variable: Variable }
  | {
      readonly kind: 'type';
      readonly node: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration;
      readonly variable: Variable;
    }
  | { readonly kind: 'other'; readonly variable: Variable }
  | { readonly kind: 'global'; readonly name: string };

/** The variable that an identifier means at its place, or null for globals. */
export function findVariable(id: TSESTree.Identifier | TSESTree.JSXIdentifier): Variable | null {
  const { scopes } = fileOf(id);
  let scope: Scope | null = null;
  // The program, at the latest, has a scope.
  for (let node: Node = id; !scope; node = node.parent!) {
    // A function's own name and its decorators stand outside its scope; everything else inside.
    scope = scopes.acquire(node, true);
  }
  for (; scope; scope = scope.upper) {
    const variable = scope.set.get(id.name);
    if (variable) return variable.defs.length > 0 ? variable : null;
  }
  return null;
}

/** Where the values written to a variable come from, its first one included. */
export function allWrites(variable: Variable): TSESTree.Expression[] {
  return variable.references.flatMap((reference) =>
    reference.isWrite() && reference.writeExpr ? [reference.writeExpr as TSESTree.Expression] : [],
  );
}

/** Whether nothing but its declaration gives the variable a value. */
export function isConstant(variable: Variable): boolean {
  return variable.references.every((reference) => !reference.isWrite() || reference.init === true);
}

/** How the identifier got its value; never null: what can't be told is `other`. */
export function getBinding(id: TSESTree.Identifier): Binding {
  const variable = findVariable(id);
  return variable ? getVariableBinding(variable) : { kind: 'global', name: id.name };
}

const bindings = new WeakMap<Variable, Binding>();

/** The same for a variable in hand. */
export function getVariableBinding(variable: Variable): Binding {
  let binding = bindings.get(variable);
  if (!binding) bindings.set(variable, (binding = bind(variable)));
  return binding;
}

function bind(variable: Variable): Binding {
  const definition = variable.defs[0]!;
  const node = definition.node as Node;
  switch (definition.type as string) {
    case 'ImportBinding': {
      if (node.type === 'TSImportEqualsDeclaration') {
        const reference = node.moduleReference;
        return reference.type === 'TSExternalModuleReference'
          ? { kind: 'import', specifier: reference.expression.value, imported: '*', variable }
          : { kind: 'other', variable };
      }
      const specifier = (definition.parent as TSESTree.ImportDeclaration).source.value;
      const imported =
        node.type === 'ImportSpecifier'
          ? (keyName(node.imported, false) ?? '*')
          : node.type === 'ImportDefaultSpecifier'
            ? 'default'
            : '*';
      return { kind: 'import', specifier, imported, variable };
    }
    case 'FunctionName':
      return { kind: 'function', node: node as FunctionNode, variable };
    case 'ClassName':
      return { kind: 'class', node: node as ClassNode, variable };
    case 'TSEnumName':
      return { kind: 'enum', node: node as TSESTree.TSEnumDeclaration, variable };
    case 'Type':
      return node.type === 'TSInterfaceDeclaration' || node.type === 'TSTypeAliasDeclaration'
        ? { kind: 'type', node, variable }
        : { kind: 'other', variable };
    case 'Parameter':
      return bindParameter(variable, node as FunctionNode, definition.name as TSESTree.Identifier);
    case 'Variable':
      return bindDeclarator(variable, node as TSESTree.VariableDeclarator, definition.name as TSESTree.Identifier);
    default:
      return { kind: 'other', variable };
  }
}

function bindDeclarator(variable: Variable, node: TSESTree.VariableDeclarator, name: TSESTree.Identifier): Binding {
  const found = pathTo(node.id, name);
  if (!found) return { kind: 'other', variable };
  const loop = node.parent.parent;
  if (loop.type === 'ForOfStatement' && loop.left === node.parent)
    return { kind: 'element', of: loop.right, path: found.path, variable };
  if (loop.type === 'ForInStatement' && loop.left === node.parent) return { kind: 'other', variable };
  return {
    kind: 'value',
    init: node.init,
    path: found.path,
    fallback: found.fallback,
    annotation: found.path.length === 0 ? (node.id.typeAnnotation?.typeAnnotation ?? null) : null,
    variable,
    constant: node.parent.kind === 'const' || isConstant(variable),
  };
}

function bindParameter(variable: Variable, fn: FunctionNode, name: TSESTree.Identifier): Binding {
  for (const [index, parameter] of fn.params.entries()) {
    const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
    const found = pathTo(target, name);
    if (!found) continue;
    const pattern = target.type === 'AssignmentPattern' ? target.left : target;
    return {
      kind: 'parameter',
      fn,
      index,
      path: found.path,
      fallback: found.fallback,
      annotation: pattern.typeAnnotation?.typeAnnotation ?? null,
      variable,
    };
  }
  return { kind: 'other', variable };
}

/** The steps that a pattern takes to reach `name`. */
function pathTo(
  pattern: Node,
  name: TSESTree.Identifier,
  path: readonly Step[] = [],
  fallback: TSESTree.Expression | null = null,
): { path: readonly Step[]; fallback: TSESTree.Expression | null } | null {
  switch (pattern.type) {
    case 'Identifier':
      return pattern === name || (pattern.name === name.name && pattern.range[0] === name.range[0])
        ? { path, fallback }
        : null;
    case 'AssignmentPattern':
      return pathTo(pattern.left, name, path, pattern.right);
    case 'RestElement':
      return pathTo(pattern.argument, name, [...path, '...'], null);
    case 'ObjectPattern':
      for (const property of pattern.properties) {
        const found =
          property.type === 'RestElement'
            ? pathTo(property, name, path)
            : pathTo(property.value, name, [...path, keyName(property.key, property.computed) ?? '?']);
        if (found) return found;
      }
      return null;
    case 'ArrayPattern':
      for (const [index, element] of pattern.elements.entries()) {
        const found = element && pathTo(element, name, [...path, String(index)]);
        if (found) return found;
      }
      return null;
    default:
      return null;
  }
}

/** The calls of a function by its name in its own file; null when it is used otherwise than by calling it. */
export function allLocalCalls(fn: FunctionNode): TSESTree.CallExpression[] | null {
  const named =
    fn.type === 'FunctionDeclaration' && fn.id
      ? fn.id
      : fn.parent.type === 'VariableDeclarator' && fn.parent.id.type === 'Identifier'
        ? fn.parent.id
        : null;
  if (!named) return null;
  const variable = findVariable(named);
  if (!variable) return null;
  const calls: TSESTree.CallExpression[] = [];
  for (const { identifier, isWrite, init } of variable.references.map((reference) => ({
    identifier: reference.identifier,
    isWrite: reference.isWrite(),
    init: reference.init,
  }))) {
    if (isWrite) {
      if (init) continue;
      return null;
    }
    const parent = identifier.parent;
    if (parent.type === 'CallExpression' && parent.callee === identifier) calls.push(parent);
    else return null;
  }
  return calls;
}

/** Whether the name of the function leaves its file. */
export function isExported(fn: Node): boolean {
  for (let up: Node | undefined = fn; up; up = up.parent) {
    if (up.type === 'ExportNamedDeclaration' || up.type === 'ExportDefaultDeclaration') return true;
    if (isFunction(up) && up !== fn) return false;
  }
  return false;
}
