import type { Variable } from '@typescript-eslint/scope-manager';

import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isInside, keyName, memberName, unwrapAwait } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { findVariable, getBinding } from '../bindings.js';
import { denote } from '../entities.js';
import { isCallerCall, isCallerName, isCallerParameter } from './caller-names.js';
import { sourceOf } from './ids.js';
import { isDataOf, findQueryRound } from './placement.js';

/** What a function does with who is asking: nothing that ties a record to him; only hands him to a function that drops him; or ties. */
export type Tie = 'none' | 'dropped' | 'tied';

const MAX_DEPTH = 4;

interface Walk {
  readonly seen: Set<Variable>;
  readonly handler: FunctionNode;
  depth: number;
}

const stronger = (a: Tie, b: Tie): Tie =>
  a === 'tied' || b === 'tied' ? 'tied' : a === 'dropped' || b === 'dropped' ? 'dropped' : 'none';

/** How a function uses its caller, whom it knows by its request, its context or a session. */
export function tieIn(fn: FunctionNode, handler: FunctionNode): Tie {
  const walk: Walk = { seen: new Set(), handler, depth: 0 };
  let tie: Tie = 'none';
  for (const root of callerRoots(fn, fn === handler)) {
    tie = stronger(tie, useOf(root, walk));
    if (tie === 'tied') break;
  }
  return tie;
}

/** Whether a function reads who is asking at all. */
export const knowsCaller = (fn: FunctionNode, handler: FunctionNode): boolean =>
  callerRoots(fn, fn === handler).length > 0;

/** The expressions in a function by which it knows who is asking. */
function callerRoots(fn: FunctionNode, isHandler: boolean): Node[] {
  const roots: Node[] = [];
  for (const node of allOf(fn.body, ['Identifier', 'MemberExpression', 'CallExpression'])) {
    if (
      node.type === 'MemberExpression'
        ? isCallerMember(node, fn, isHandler)
        : node.type === 'CallExpression'
          ? isOwnCall(node)
          : isCallerId(node, fn, isHandler)
    )
      roots.push(node);
  }
  return roots;
}

/** A call that tells the caller, and not a lookup of somebody by an id of the request. */
const isOwnCall = (call: TSESTree.CallExpression): boolean =>
  isCallerCall(call) &&
  !findQueryRound(call.callee) &&
  call.arguments.every(
    (argument) => argument.type === 'SpreadElement' || !/^(?:params|body|query)$/.test(partOf(argument) ?? ''),
  );

function partOf(node: Node): string | null {
  const source = sourceOf(node);
  return source?.kind === 'request'
    ? source.part
    : source?.kind === 'parameter' &&
        source.path.length <= 1 &&
        /id$/i.test(source.path[0] ?? 'id') &&
        node.type === 'Identifier' &&
        /^\w*id$/i.test(node.name)
      ? 'params'
      : null;
}

/** `req.user`, `ctx.session`, `this.tenantId`: by its name, on something that isn't a record or a part of the request. */
function isCallerMember(node: TSESTree.MemberExpression, fn: FunctionNode, isHandler: boolean): boolean {
  const name = memberName(node);
  if (name === null || !isCallerName(name)) return false;
  let root: Node = node.object;
  for (;;) {
    if (root.type === 'MemberExpression') {
      if (/^(?:params|query|body|input|args|data|validated)$/.test(memberName(root) ?? '')) return false;
      root = unwrapAwait(root.object);
    } else if (root.type === 'TSNonNullExpression' || root.type === 'TSAsExpression' || root.type === 'ChainExpression')
      root = root.expression;
    else break;
  }
  if (root.type === 'ThisExpression') return denote(node) === null;
  if (root.type !== 'Identifier') return false;
  const binding = getBinding(root);
  if (binding.kind === 'parameter') {
    if (denote(node)?.kind === 'instance' && !isHandler) return false;
    const parameter = binding.fn.params[binding.index];
    if (parameter && isHandler && sourceOf(root)?.kind === 'request') return false;
    return isInside(fn, binding.fn)
      ? isHandler || /^(?:_?ctx|context|_?req|request|session|auth|user|event|c)$/i.test(root.name)
      : true;
  }
  // Imported contexts: `requestContext.user`.
  return (
    binding.kind === 'import' && denote(node) === null && /context|ctx|session|auth|store|als|cls/i.test(root.name)
  );
}

/** A parameter, or a part of one, that is the caller by its name or decorator. */
function isCallerId(id: TSESTree.Identifier, fn: FunctionNode, isHandler: boolean): boolean {
  const { parent } = id;
  if (parent.type === 'MemberExpression' && parent.property === id && !parent.computed) return false;
  if (parent.type === 'Property' && parent.key === id && !parent.shorthand) return false;
  const binding = getBinding(id);
  if (binding.kind === 'parameter' && isInside(fn, binding.fn)) {
    if (binding.fn !== fn && !isHandler) return false;
    const parameter = binding.fn.params[binding.index];
    if (parameter && isCallerParameter(parameter)) return true;
    if (!isHandler || sourceOf(id)?.kind === 'request') return false;
    return binding.path.length > 0
      ? binding.path.some(isCallerName) && !binding.path.some((step) => /^(?:params|query|body|input|args)$/.test(step))
      : isCallerName(id.name);
  }
  // `const { user } = ctx`, where the whole is no caller by itself.
  if (binding.kind !== 'value' || !binding.init || binding.path.length === 0 || !binding.path.some(isCallerName))
    return false;
  const init = unwrapAwait(binding.init);
  if (init.type === 'CallExpression')
    return (
      !findQueryRound(init) &&
      /session|auth|user|context|verify|validate/i.test(calleeName(init) ?? '') &&
      !isOwnLookup(init)
    );
  if (init.type !== 'Identifier' && init.type !== 'MemberExpression' && init.type !== 'ThisExpression') return false;
  const source = sourceOf(init);
  return (
    source?.kind === 'parameter' &&
    source.fn === fn &&
    (isHandler || /^(?:_?ctx|context|_?req|request)$/i.test(init.type === 'Identifier' ? init.name : ''))
  );
}

const isOwnLookup = (call: TSESTree.CallExpression): boolean =>
  call.arguments.some((argument) => partOf(argument) !== null);

/** Calls to which a caller may be told without any consequence. */
const TELLS =
  /^(?:log|info|warn|error|debug|trace|fatal|child|track|capture\w*|emit|publish|audit\w*|record\w*|notify\w*|send\w*|json|render|setUser|setContext|setTag\w*|setAttributes?|push|append|increment|identify|invalidate\w*|revalidate\w*|del|status|next|writeHead|end|log[A-Z]\w*|dispatch|enqueue|add)$/;
const SAME = /^(?:Number|String|parseInt|toString|ObjectId|BigInt|trim|toHexString|UUID|Boolean)$/;

/** What becomes of a value that tells the caller. */
function useOf(node: Node, walk: Walk, leaf: Node = node): Tie {
  const { parent } = node;
  if (!parent) return 'none';
  switch (parent.type) {
    case 'MemberExpression':
      return parent.object === node ? useOf(parent, walk, leaf) : 'tied';
    case 'TSNonNullExpression':
    case 'TSAsExpression':
    case 'ChainExpression':
    case 'AwaitExpression':
    case 'TemplateLiteral':
    case 'ArrayExpression':
    case 'SpreadElement':
    case 'ObjectExpression':
      return useOf(parent, walk, leaf);
    case 'LogicalExpression':
      return useOf(parent, walk, leaf);
    case 'ConditionalExpression':
      return parent.test === node ? 'none' : useOf(parent, walk, leaf);
    case 'UnaryExpression':
    case 'IfStatement':
    case 'ExpressionStatement':
    case 'ReturnStatement':
    case 'ArrowFunctionExpression':
    case 'ThrowStatement':
    case 'WhileStatement':
      return 'none';
    case 'BinaryExpression':
      return isAbsence(parent.left) || isAbsence(parent.right) ? 'none' : 'tied';
    case 'Property':
      return parent.value === node ? useOf(parent.parent, walk, leaf) : 'tied';
    case 'VariableDeclarator':
      return parent.init === node ? usesOfPattern(parent.id, walk) : 'none';
    case 'AssignmentExpression':
      return useOfAssignment(parent, node, walk);
    case 'CallExpression':
    case 'NewExpression':
      return useOfCall(parent, node, walk, leaf);
    default:
      return 'tied';
  }
}

const isAbsence = (node: Node): boolean =>
  (node.type === 'Literal' && (node.value === null || typeof node.value === 'string')) ||
  (node.type === 'Identifier' && node.name === 'undefined');

function usesOfPattern(pattern: Node, walk: Walk): Tie {
  const names = pattern.type === 'Identifier' ? [pattern] : allOf(pattern, ['Identifier']);
  let tie: Tie = 'none';
  for (const name of names) {
    const variable = findVariable(name);
    if (variable) tie = stronger(tie, usesOf(variable, walk));
  }
  return tie;
}

function usesOf(variable: Variable, walk: Walk): Tie {
  if (walk.seen.has(variable)) return 'none';
  walk.seen.add(variable);
  let tie: Tie = 'none';
  for (const reference of variable.references)
    if (reference.isRead()) tie = stronger(tie, useOf(reference.identifier, walk));
  return tie;
}

function useOfAssignment(parent: TSESTree.AssignmentExpression, node: Node, walk: Walk): Tie {
  if (parent.right !== node) return 'none';
  if (parent.left.type === 'Identifier') return usesOfPattern(parent.left, walk);
  const name = parent.left.type === 'MemberExpression' ? (memberName(parent.left) ?? '') : '';
  return /by$|by_?id$|actor|editor|author/i.test(name) ? 'none' : 'tied';
}

function useOfCall(call: TSESTree.CallExpression | TSESTree.NewExpression, node: Node, walk: Walk, leaf: Node): Tie {
  const name = calleeName(call) ?? '';
  if (call.callee === node)
    // `getSession()` is the caller; `user.can('edit', post)` asks him.
    return node.type === 'Identifier' || isGetter(name) ? useOf(call, walk) : 'tied';
  if (SAME.test(name)) return useOf(call, walk);
  const query = findQueryRound(leaf);
  if (query) {
    if (isDataOf(query, leaf)) return 'none';
    return query.isOwnRecord ? useOf(query.value, walk) : 'tied';
  }
  if (call.type === 'NewExpression')
    return /event|command|job|message/i.test(name) ? 'tied' : /Error|Exception/.test(name) ? 'none' : 'tied';
  const callee = denote(call.callee);
  if (callee?.kind === 'function') return useInside(call, callee.node, node, walk);
  return TELLS.test(name) ? 'none' : 'tied';
}

const isGetter = (name: string): boolean => /^(?:get|find|toString|toHexString|valueOf|then|trim)/.test(name);

/** What a function of the project does with an argument. */
function useInside(call: TSESTree.CallExpression, fn: FunctionNode, node: Node, walk: Walk): Tie {
  const index = call.arguments.findIndex((argument) => argument === node || isInside(node, argument));
  if (index < 0 || walk.depth >= MAX_DEPTH) return 'tied';
  if (call.arguments.slice(0, index).some((argument) => argument.type === 'SpreadElement')) return 'tied';
  const parameter = fn.params[index];
  if (!parameter) return fn.params.some((each) => each.type === 'RestElement') ? 'tied' : 'dropped';
  walk.depth++;
  const tie = useOfParameter(parameter, propertyOf(node, call.arguments[index]!), walk);
  walk.depth--;
  return tie === 'none' ? 'dropped' : tie;
}

/** The property of an object argument under which a value is handed over; null for the argument itself. */
function propertyOf(node: Node, argument: Node): string | null {
  for (let up: Node | undefined = node; up && up !== argument; up = up.parent)
    if (up.parent?.type === 'Property' && up.parent.parent === argument)
      return keyName(up.parent.key, up.parent.computed);
  return null;
}

function useOfParameter(parameter: Node, property: string | null, walk: Walk): Tie {
  const target = parameter.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  const pattern = target.type === 'AssignmentPattern' ? target.left : target;
  if (pattern.type === 'Identifier') {
    const variable = findVariable(pattern);
    if (!variable || walk.seen.has(variable)) return 'none';
    if (property === null) return usesOf(variable, walk);
    let tie: Tie = 'none';
    for (const reference of variable.references) {
      const at = reference.identifier as Node;
      const { parent } = at;
      const read = parent?.type === 'MemberExpression' && parent.object === at ? memberName(parent) : null;
      if (read === null) tie = stronger(tie, useOf(at, walk));
      else if (read === property) tie = stronger(tie, useOf(parent!, walk));
    }
    return tie;
  }
  if (pattern.type !== 'ObjectPattern') return 'tied';
  let tie: Tie = 'none';
  for (const each of pattern.properties)
    if (each.type === 'RestElement' || property === null || keyName(each.key, each.computed) === property)
      tie = stronger(tie, usesOfPattern(each.type === 'RestElement' ? each.argument : each.value, walk));
  return tie;
}
