import type { TSESTree } from '@typescript-eslint/utils';

import { fileOf, type BackendFile } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { calleeName, keyName, literalText, memberName, unwrap } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { findVariable, getBinding, getVariableBinding, type Binding } from './bindings.js';
import { denote, findCalled } from './entities.js';
import { exportsOf } from './exports.js';
import { assignmentsOf } from './members.js';

const MAX_STEPS = 30;

/**
 * The expression that gives a value: through casts, never-reassigned names, imports, members of literals, enums and
 * `readonly` fields, in other files as well. The node itself where nothing more is known.
 */
export function follow(node: Node): Node {
  let current = unwrap(node);
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const next = stepFrom(current);
    if (!next) return current;
    current = unwrap(next);
  }
  return current;
}

function stepFrom(node: Node): Node | null {
  switch (node.type) {
    case 'Identifier':
      return definitionOf(getBinding(node));
    case 'MemberExpression': {
      const name = memberName(node);
      return name === null ? null : memberValue(node, name);
    }
    case 'CallExpression':
      // `Object.freeze({…})` is its argument.
      return calleeName(node) === 'freeze' && node.arguments[0] && node.arguments[0].type !== 'SpreadElement'
        ? node.arguments[0]
        : null;
    default:
      return null;
  }
}

/** The one expression that a binding stands for, or null. */
function definitionOf(binding: Binding): Node | null {
  switch (binding.kind) {
    case 'value': {
      if (!binding.init || !binding.constant) return null;
      return alongPath(binding.init, binding.path);
    }
    case 'import':
      return importedValue(binding.specifier, binding.imported, fileOf(binding.variable.defs[0]!.node));
    default:
      return null;
  }
}

function alongPath(init: Node, path: readonly string[]): Node | null {
  let current: Node | null = init;
  for (const name of path) {
    const value: Node = follow(current);
    if (value.type === 'ObjectExpression') current = findOwn(value, name);
    else if (value.type === 'ArrayExpression') {
      const element: Node | null | undefined = value.elements[Number(name)];
      current = element && element.type !== 'SpreadElement' ? element : null;
    } else if (value.type === 'CallExpression' && calleeName(value) === 'require') {
      // `const { LIMIT } = require('./sizes')`
      const specifier = value.arguments[0] && literalText(value.arguments[0]);
      current = specifier == null ? null : importedValue(specifier, name, fileOf(value));
    } else return null;
    if (!current) return null;
  }
  return current;
}

function importedValue(specifier: string, name: string, from: BackendFile): Node | null {
  const resolution = from.project.resolve(specifier, from.path);
  if (!resolution || !('file' in resolution)) return null;
  const file = from.project.open(resolution.file);
  return file && exportedValue(file, name);
}

/** The expression or declaration that a file exports under a name. */
export function exportedValue(file: BackendFile, name: string, hops = 0): Node | null {
  if (hops > 10) return null;
  const { names, stars, whole } = exportsOf(file);
  const found = names.get(name);
  if (found && 'from' in found) {
    const resolution = file.project.resolve(found.from, file.path);
    const next = resolution && 'file' in resolution ? file.project.open(resolution.file) : null;
    return next && exportedValue(next, found.name, hops + 1);
  }
  if (found) {
    if (found.node.type !== 'Identifier') return found.node;
    const variable = findVariable(found.node);
    const binding = variable && getVariableBinding(variable);
    if (binding?.kind === 'enum' || binding?.kind === 'class' || binding?.kind === 'function') return binding.node;
    return binding ? definitionOf(binding) : null;
  }
  if (whole) {
    if (name === 'default' || name === '*') return whole;
    const value = follow(whole);
    return value.type === 'ObjectExpression' ? findOwn(value, name) : null;
  }
  for (const star of stars) {
    const resolution = file.project.resolve(star, file.path);
    const next = resolution && 'file' in resolution ? file.project.open(resolution.file) : null;
    const value = next && exportedValue(next, name, hops + 1);
    if (value) return value;
  }
  return null;
}

function memberValue(node: TSESTree.MemberExpression, name: string): Node | null {
  const object = denote(node.object);
  switch (object?.kind) {
    case 'literal':
      return object.node.type === 'ObjectExpression' ? findOwn(object.node, name) : null;
    case 'enum':
      return enumValue(object.node, name);
    case 'namespace':
      return exportedValue(object.file, name);
    case 'class':
    case 'object':
      for (const member of object.node.body.body)
        if (member.type === 'PropertyDefinition' && keyName(member.key, member.computed) === name)
          // A decorated member is filled by a framework: what stands there is its default.
          return member.decorators.length === 0 &&
            (member.readonly || !assignmentsOf(object.node).has(name)) &&
            member.value
            ? member.value
            : null;
      return null;
    default:
      return null;
  }
}

function enumValue(node: TSESTree.TSEnumDeclaration, name: string): Node | null {
  for (const member of node.body.members) if (keyName(member.id, false) === name) return member.initializer ?? null;
  return null;
}

/** An own property's value, through spreads of known literals. */
function findOwn(object: TSESTree.ObjectExpression, name: string): Node | null {
  const found = propertyIn(object, name);
  return found === 'unknown' ? null : found;
}

/** The same, telling "not there" (null) from "can't be told" because of a spread or computed name. */
export function propertyIn(object: TSESTree.ObjectExpression, name: string, hops = 0): Node | 'unknown' | null {
  if (hops > 8) return 'unknown';
  let unknown = false;
  for (let i = object.properties.length - 1; i >= 0; i--) {
    const property = object.properties[i]!;
    if (property.type === 'Property') {
      const key = keyName(property.key, property.computed) ?? constantOf(property.key);
      if (key === name) return property.value;
      if (key === undefined) unknown = true;
      continue;
    }
    for (const spread of alternatives(property.argument)) {
      if (spread.type !== 'ObjectExpression') unknown ||= !isEmptySpread(spread);
      else {
        const inner = propertyIn(spread, name, hops + 1);
        if (inner === 'unknown') unknown = true;
        else if (inner) return inner;
      }
    }
  }
  return unknown ? 'unknown' : null;
}

/** `...(x && {…})` spreads nothing when `x` is falsy. */
const isEmptySpread = (node: Node): boolean =>
  node.type === 'Literal' || (node.type === 'Identifier' && node.name === 'undefined');

/** The expressions one of which a value is: both arms of a condition, both sides of `||`. Followed. */
export function alternatives(node: Node, hops = 0): Node[] {
  if (hops > 12) return [node];
  const value = follow(node);
  if (value.type === 'ConditionalExpression')
    return [...alternatives(value.consequent, hops + 1), ...alternatives(value.alternate, hops + 1)];
  if (value.type === 'LogicalExpression')
    return value.operator === '&&'
      ? alternatives(value.right, hops + 1)
      : [...alternatives(value.left, hops + 1), ...alternatives(value.right, hops + 1)];
  if (value.type === 'CallExpression') {
    // A helper that gives back one literal: `findMany({ ...newestFirst() })`.
    const fn = findCalled(value);
    const returned = fn ? allReturns(fn) : [];
    if (returned.length === 1 && unwrap(returned[0]!).type === 'ObjectExpression') return [unwrap(returned[0]!)];
  }
  return [value];
}

export type Constant = string | number | boolean | bigint | null;

/** The constant that an expression always is; undefined when it isn't one. */
export function constantOf(node: Node, budget = 40): Constant | undefined {
  if (budget <= 0) return undefined;
  const value = follow(node);
  switch (value.type) {
    case 'Literal':
      return 'regex' in value ? undefined : value.value;
    case 'TemplateLiteral': {
      let text = value.quasis[0]!.value.cooked ?? '';
      for (const [i, hole] of value.expressions.entries()) {
        const constant = constantOf(hole, budget - 1);
        if (constant === undefined) return undefined;
        text += String(constant) + (value.quasis[i + 1]!.value.cooked ?? '');
      }
      return text;
    }
    case 'BinaryExpression': {
      if (value.operator !== '+') return undefined;
      const left = constantOf(value.left, budget - 1);
      const right = left === undefined ? undefined : constantOf(value.right, budget - 1);
      if (left === undefined || right === undefined) return undefined;
      return typeof left === 'number' && typeof right === 'number' ? left + right : String(left) + String(right);
    }
    case 'UnaryExpression': {
      const argument = value.operator === '-' ? constantOf(value.argument, budget - 1) : undefined;
      return typeof argument === 'number' ? -argument : undefined;
    }
    case 'TaggedTemplateExpression':
      return literalText(value.quasi) ?? undefined;
    case 'CallExpression':
      return joined(value, budget);
    default:
      return undefined;
  }
}

/** `['a', 'b'].join('')` of constants, and `Buffer.from('…')`-like wrappers stay unknown. */
function joined(call: TSESTree.CallExpression, budget: number): string | undefined {
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression') return undefined;
  const name = memberName(callee);
  if (name === 'join') {
    const list = follow(callee.object);
    const separator = call.arguments[0] ? constantOf(call.arguments[0], budget - 1) : ',';
    if (list.type !== 'ArrayExpression' || typeof separator !== 'string' || isGrown(callee.object)) return undefined;
    const items = list.elements.map((element) => (element ? constantOf(element, budget - 1) : undefined));
    return items.includes(undefined) ? undefined : items.join(separator);
  }
  if (name === 'concat' || name === 'trim') {
    const parts = [callee.object, ...call.arguments].map((part) => constantOf(part, budget - 1));
    if (!parts.every((part) => typeof part === 'string')) return undefined;
    return name === 'trim' ? parts[0]!.trim() : parts.join('');
  }
  return undefined;
}

/** Whether elements are put into the list of a name after it was made. */
function isGrown(node: Node): boolean {
  const name = unwrap(node);
  const variable = name.type === 'Identifier' ? findVariable(name) : null;
  return (variable?.references ?? []).some(({ identifier }) => {
    const member = (identifier as Node).parent;
    if (member?.type !== 'MemberExpression' || member.object !== (identifier as Node)) return false;
    if (member.parent.type === 'AssignmentExpression' && member.parent.left === member) return true;
    return member.parent.type === 'CallExpression' && /^(?:push|unshift|splice|fill)$/.test(memberName(member) ?? '');
  });
}

/** The constant string that an expression always is, or null. */
export function textOf(node: Node): string | null {
  const constant = constantOf(node);
  return typeof constant === 'string' ? constant : null;
}

/** What stands at a position of a call: the node as written, `absent`, or `unknown` (a spread, an options variable from elsewhere). */
export function argumentAt(
  call: { readonly arguments: readonly TSESTree.CallExpressionArgument[] },
  position: string,
): Node | 'absent' | 'unknown' {
  const [first, ...names] = position.split('.');
  const index = Number(first) < 0 ? call.arguments.length + Number(first) : Number(first);
  const spread = call.arguments.findIndex((argument) => argument.type === 'SpreadElement');
  if (spread >= 0 && spread <= index) return 'unknown';
  let current: Node | undefined = call.arguments[index];
  if (!current) return 'absent';
  for (const name of names) {
    const assigned: Node | null = assignedLater(current, name);
    if (assigned) {
      current = assigned;
      continue;
    }
    const objects: Node[] = alternatives(current);
    let found: Node | 'absent' | 'unknown' = 'absent';
    for (const object of objects) {
      if (object.type === 'ObjectExpression') {
        const inner = propertyIn(object, name);
        if (inner === 'unknown') found = found === 'absent' ? 'unknown' : found;
        else if (inner) found = inner;
      } else if (object.type === 'NewExpression' && /^\d+$/.test(name)) {
        // Into a command object: `send(new ScanCommand({ Limit }))` at `0.0.Limit`.
        found = object.arguments[Number(name)] ?? 'absent';
      } else if (object.type === 'ArrayExpression' || object.type === 'Literal' || object.type === 'TemplateLiteral')
        continue;
      else if (object.type === 'Identifier' && object.name === 'undefined') continue;
      else if (found === 'absent') found = 'unknown';
    }
    if (typeof found === 'string') return found;
    current = found;
  }
  return current;
}

/** `options.take = 50`, after `const options = {…}`. */
function assignedLater(node: Node, name: string): Node | null {
  const variable = node.type === 'Identifier' ? findVariable(node) : null;
  for (const reference of variable?.references ?? []) {
    const member = (reference.identifier as Node).parent;
    if (member?.type !== 'MemberExpression' || member.object !== (reference.identifier as Node)) continue;
    const assignment = member.parent;
    if (assignment.type === 'AssignmentExpression' && assignment.left === member && memberName(member) === name)
      return assignment.right;
  }
  return null;
}

/** The first of several positions at which something stands. */
export function findArgument(
  call: { readonly arguments: readonly TSESTree.CallExpressionArgument[] },
  positions: readonly string[],
): Node | null {
  for (const position of positions) {
    const found = argumentAt(call, position);
    if (typeof found !== 'string') return found;
  }
  return null;
}
