import type { Variable } from '@typescript-eslint/scope-manager';

import { sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  isFunction,
  isInside,
  literalText,
  memberName,
  outward,
  unwrap,
  wrapped,
} from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { findVariable, getVariableBinding } from '../bindings.js';

/** An error that code has in hand: the variable of a `catch`, or the first parameter of a callback that gets errors. */
export interface HeldError {
  readonly name: string;
  readonly variable: Variable;
  /** Where it is in hand. */
  readonly body: Node;
  /** There is an error for certain; a callback's first parameter may be null. */
  readonly isCertain: boolean;
}

const ERROR_NAME = /^_?(?:e|er|err|error|ex|exc|exception|reason|cause|failure)$|(?:Err|Error|Exception)$/;
const ERROR_EVENTS = /error|fail|reject|exception/i;

/** The nearest error in hand at a node, or null. */
export function heldErrorAt(node: Node): HeldError | null {
  for (let up: Node | undefined = node.parent, below: Node = node; up; below = up, up = up.parent) {
    if (up.type === 'CatchClause' && below === up.body)
      return up.param?.type === 'Identifier' ? heldBy(up.param, up.body, true) : null;
    if (isFunction(up)) {
      const handed = handedError(up);
      if (handed) return heldBy(handed, up.body, true);
      const parameter = callbackError(up);
      if (parameter) return heldBy(parameter, up.body, false);
    }
  }
  return null;
}

function heldBy(id: TSESTree.Identifier, body: Node, isCertain: boolean): HeldError | null {
  const variable = findVariable(id) ?? findInside(id, body);
  return variable && { name: id.name, variable, body, isCertain };
}

/** A catch clause's own variable is declared in the scope of its block. */
function findInside(id: TSESTree.Identifier, body: Node): Variable | null {
  const use = allOf(body, ['Identifier']).find((each) => each.name === id.name);
  return use ? findVariable(use) : null;
}

/** The parameter of a function that is only called with an error: `.catch(…)`, `.on('error', …)`. */
function handedError(fn: FunctionNode): TSESTree.Identifier | null {
  const [first] = fn.params;
  const call = outward(fn);
  if (first?.type !== 'Identifier' || call?.type !== 'CallExpression') return null;
  const index = call.arguments.findIndex((each) => unwrap(each) === fn);
  const name = calleeName(call) ?? '';
  if (index < 0) return null;
  if (name === 'catch' || (name === 'then' && index === 1)) return first;
  const event = call.arguments[0] ? literalText(call.arguments[0]) : null;
  const isOfErrors =
    /^(?:on|once|addListener|prependListener)$/.test(name) && event !== null && ERROR_EVENTS.test(event);
  return isOfErrors || /^(?:onError|setErrorHandler)$/.test(name) ? (parameterNamed(fn) ?? first) : null;
}

/** The parameter that is an error by its type or the convention of callbacks: `(err, rows) => …`, `(err, req, res, next)`. */
function callbackError(fn: FunctionNode): TSESTree.Identifier | null {
  const [first] = fn.params;
  if (first?.type !== 'Identifier' || !ERROR_NAME.test(first.name)) return null;
  const annotation = first.typeAnnotation?.typeAnnotation;
  if (annotation) return /Error\b|Exception\b/.test(sourceText(annotation)) ? first : null;
  return fn.type !== 'FunctionDeclaration' || fn.params.length === 4 ? first : null;
}

const parameterNamed = (fn: FunctionNode): TSESTree.Identifier | null =>
  fn.params.find((each): each is TSESTree.Identifier => each.type === 'Identifier' && ERROR_NAME.test(each.name)) ??
  null;

/** How an expression uses an error: whole (or its stack, or a part chosen on purpose), or its text alone. */
export interface ErrorUse {
  readonly id: TSESTree.Identifier;
  readonly how: 'whole' | 'text' | 'test';
  /** The outermost expression that says no more than the use: `err instanceof Error ? err.message : String(err)`. */
  readonly node: Node;
}

/** How the expressions inside `outer` use an error, directly or through a name for its message. */
export function usesOf(held: HeldError, outer: Node): ErrorUse[] {
  const uses: ErrorUse[] = [];
  for (const { identifier } of held.variable.references) {
    const id = identifier as TSESTree.Identifier;
    if (isInside(id, outer)) uses.push(useAt(id, outer));
  }
  for (const id of namesOfText(held)) if (isInside(id, outer)) uses.push({ id, how: 'text', node: grown(id, outer) });
  return uses;
}

/** Uses of `const message = err instanceof Error ? err.message : String(err)`. */
function namesOfText(held: HeldError): TSESTree.Identifier[] {
  const found: TSESTree.Identifier[] = [];
  for (const { identifier } of held.variable.references) {
    const declarator = declaratorOf(identifier as TSESTree.Identifier);
    if (declarator?.id.type !== 'Identifier' || !declarator.init) continue;
    const id = identifier as TSESTree.Identifier;
    if (useAt(id, declarator.init).how !== 'text' || isWholeIn(declarator.init, held)) continue;
    const variable = findVariable(declarator.id);
    if (variable && getVariableBinding(variable).kind === 'value')
      for (const reference of variable.references)
        if (!reference.isWrite()) found.push(reference.identifier as TSESTree.Identifier);
  }
  return found;
}

/** `const error = e instanceof Error ? e : new Error(String(e))` is the error itself. */
const isWholeIn = (init: Node, held: HeldError): boolean =>
  held.variable.references.some(
    ({ identifier }) => isInside(identifier, init) && useAt(identifier as TSESTree.Identifier, init).how === 'whole',
  );

function declaratorOf(id: TSESTree.Identifier): TSESTree.VariableDeclarator | null {
  for (let up: Node | undefined = id.parent; up; up = up.parent) {
    if (up.type === 'VariableDeclarator') return up;
    if (/Statement$|Function/.test(up.type)) return null;
  }
  return null;
}

const MESSAGE_GETTER =
  /^(?:get|to|extract|read|format)?_?(?:unknown)?(?:err(?:or)?)?_?message(?:of|from|for)?(?:err(?:or)?)?$/i;

function useAt(id: TSESTree.Identifier, outer: Node): ErrorUse {
  const use = (how: ErrorUse['how'], node: Node): ErrorUse => ({ id, how, node });
  const inner = wrapped(id);
  const parent = outward(id);
  if (!parent) return use('whole', id);
  switch (parent.type) {
    case 'MemberExpression': {
      if (parent.object !== inner) return use('whole', id);
      const name = memberName(parent);
      if (name === 'message' || name === 'name' || name === 'toString') {
        const call = outward(parent);
        const said = call?.type === 'CallExpression' && unwrap(call.callee) === parent ? call : parent;
        return use(isTest(said) ? 'test' : 'text', grown(said, outer));
      }
      return use(isTest(parent) ? 'test' : 'whole', parent);
    }
    case 'TemplateLiteral':
      return use('text', grown(id, outer));
    case 'BinaryExpression':
      return parent.operator === '+' ? use('text', grown(id, outer)) : use('test', parent);
    case 'UnaryExpression':
      return use('test', parent);
    case 'CallExpression': {
      const name = calleeName(parent) ?? '';
      if (unwrap(parent.callee) === id || parent === outer) return use('whole', id);
      const isText =
        name === 'String' || MESSAGE_GETTER.test(name) || (name === 'stringify' && parent.arguments.length < 2);
      if (isText) return use('text', grown(parent, outer));
      return use(isTest(parent) ? 'test' : 'whole', id);
    }
    case 'IfStatement':
      return use('test', id);
    case 'ConditionalExpression':
      return parent.test === inner ? use('test', id) : use('whole', id);
    default:
      return use('whole', id);
  }
}

/** Whether an expression only decides: it stands in a comparison, or is a condition. */
function isTest(node: Node): boolean {
  const parent = outward(node);
  if (parent?.type === 'IfStatement') return parent.test === wrapped(node);
  if (parent?.type === 'ConditionalExpression') return parent.test === wrapped(node);
  if (parent?.type === 'UnaryExpression') return true;
  if (parent?.type === 'MemberExpression' && parent.object === wrapped(node)) {
    const call = outward(parent);
    return call !== undefined && /^(?:includes|startsWith|endsWith|match|test)$/.test(memberName(parent) ?? '');
  }
  return parent?.type === 'BinaryExpression' && parent.operator !== '+';
}

/** The choice that an expression is an arm of: `err instanceof Error ? err.message : String(err)`. */
function grown(node: Node, outer: Node): Node {
  let current = node;
  for (
    let parent = outward(current);
    parent && parent !== outer && isInside(parent, outer);
    parent = outward(current)
  ) {
    if (parent.type !== 'ConditionalExpression' && parent.type !== 'LogicalExpression') break;
    current = parent;
  }
  return current;
}
