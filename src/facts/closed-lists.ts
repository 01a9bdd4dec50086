import type { TSESTree } from '@typescript-eslint/utils';

import { fileOf } from '../model/file.js';
import type { Node } from '../syntax/ast.js';
import { calleeName, classOfThis, isFunction, keyName, memberName, receiverOf, unwrapAwait } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { type Binding, findVariable, getBinding } from './bindings.js';
import { allCallers } from './callers.js';
import { judge, type Judging } from './closed.js';
import { findParameter } from './closed-names.js';
import { elementTypeOf, isClosedType } from './closed-types.js';
import { denote, findCalled } from './entities.js';
import { impliesClosed } from './guards.js';
import { assignmentsOf } from './members.js';
import { constantOf, follow, propertyIn } from './values.js';

/** Calls that give some of the elements, or all of them in another order. */
const SELECTING = /^(?:filter|slice|sort|toSorted|reverse|toReversed|flat|values|splice|concat)$/;

/**
 * Whether each element of a list is closed; `path` leads into an element (`['0']` of an entry).
 * Lists are literals, what is pushed to them, results of `map`, keys and values of known objects, annotated lists.
 */
export function isClosedElement(node: Node, path: readonly string[], at: Judging): boolean {
  const list = unwrapAwait(node);
  if (at.open.has(list)) return true;
  at.open.add(list);
  try {
    return isClosedList(list, path, at);
  } finally {
    at.open.delete(list);
  }
}

function isClosedList(node: Node, path: readonly string[], at: Judging): boolean {
  if (path.length === 0 && isClosedType(elementTypeOf(node))) return true;
  const list = follow(node);
  switch (list.type) {
    case 'ArrayExpression':
      return list.elements.every((each) => !each || isClosedItem(each, path, at)) && isClosedGrowth(node, path, at);
    case 'ConditionalExpression':
      return isClosedElement(list.consequent, path, at) && isClosedElement(list.alternate, path, at);
    case 'LogicalExpression':
      return isClosedElement(list.left, path, at) && isClosedElement(list.right, path, at);
    case 'NewExpression': {
      const [given] = list.arguments;
      if (calleeName(list) === 'Array') return true;
      return /^(?:Set|Map)$/.test(calleeName(list) ?? '') && (!given || isClosedElement(given, path, at));
    }
    case 'CallExpression':
      return isClosedListCall(list, path, at);
    case 'Identifier':
      return isClosedVariableList(list, path, at);
    case 'MemberExpression':
      return isClosedFieldList(list, path, at);
    default:
      return false;
  }
}

function isClosedItem(item: Node, path: readonly string[], at: Judging): boolean {
  if (item.type === 'SpreadElement') return isClosedElement(item.argument, path, at);
  const [step, ...rest] = path;
  if (step === undefined) return judge(item, at);
  const value = follow(item);
  if (value.type === 'ArrayExpression') {
    const element = value.elements[Number(step)];
    return element ? isClosedItem(element, rest, at) : step !== '...';
  }
  if (value.type !== 'ObjectExpression') return false;
  const property = value.properties.find(
    (each) => each.type === 'Property' && keyName(each.key, each.computed) === step,
  );
  return property === undefined || (property.type === 'Property' && isClosedItem(property.value, rest, at));
}

/** What is put into the list of a name later on. */
function isClosedGrowth(node: Node, path: readonly string[], at: Judging): boolean {
  const name = unwrapAwait(node);
  if (name.type === 'Identifier') {
    const variable = findVariable(name);
    return (variable?.references ?? []).every(({ identifier }) => isClosedUse(identifier as Node, path, at));
  }
  return true;
}

function isClosedUse(id: Node, path: readonly string[], at: Judging): boolean {
  const member = id.parent;
  if (member?.type !== 'MemberExpression' || member.object !== id) return true;
  const use = member.parent;
  if (use.type === 'CallExpression' && use.callee === member && /^(?:push|unshift|add)$/.test(memberName(member) ?? ''))
    return use.arguments.every((argument) => isClosedItem(argument, path, at));
  if (use.type === 'AssignmentExpression' && use.left === member && member.computed)
    return isClosedItem(use.right, path, at);
  return true;
}

function isClosedListCall(call: TSESTree.CallExpression, path: readonly string[], at: Judging): boolean {
  const name = calleeName(call) ?? '';
  const receiver = receiverOf(call);
  const [first] = call.arguments;
  if (receiver?.type === 'Identifier' && receiver.name === 'Object' && first)
    return isClosedObjectList(name, first, path, at);
  if (name === 'from' && receiver?.type === 'Identifier' && receiver.name === 'Array' && first) {
    const make = call.arguments[1];
    if (!make) return isClosedElement(first, path, at);
    return isFunction(make) && allReturns(make).every((each) => isClosedItem(each, path, at));
  }
  if (name === 'Array') return true;
  if (receiver) {
    if ((name === 'map' || name === 'flatMap') && first) {
      const fn = isFunction(first) ? first : null;
      const called = fn ?? functionOf(first);
      if (!called) return /^(?:Number|parseInt|parseFloat|BigInt|Boolean)$/.test(nameOf(first));
      return allReturns(called).every((each) =>
        name === 'flatMap' ? isClosedElement(each, path, at) : isClosedItem(each, path, at),
      );
    }
    if (name === 'fill') return !first || isClosedItem(first, path, at);
    if (name === 'filter' && first && isFilteredToClosed(first)) return true;
    if (name === 'split') return judge(receiver, at);
    if (name === 'concat' && !call.arguments.every((each) => isClosedElement(each, path, at))) return false;
    if (SELECTING.test(name) && isClosedElement(receiver, path, at)) return true;
  }
  const fn = findCalled(call);
  const returned = fn ? allReturns(fn) : [];
  return returned.length > 0 && returned.every((each) => isClosedElement(each, path, at));
}

const functionOf = (node: Node): Parameters<typeof allReturns>[0] | null => {
  const entity = denote(node);
  return entity?.kind === 'function' ? entity.node : null;
};
const nameOf = (node: Node): string => (node.type === 'Identifier' ? node.name : '');

/** `.filter((column) => COLUMNS.includes(column))`. */
function isFilteredToClosed(test: Node): boolean {
  const fn = isFunction(test) ? test : functionOf(test);
  const parameter = fn?.params[0];
  if (!fn || parameter?.type !== 'Identifier') return false;
  const returned = allReturns(fn);
  return returned.length > 0 && returned.every((each) => impliesClosed(each, parameter, true));
}

function isClosedObjectList(name: string, object: Node, path: readonly string[], at: Judging): boolean {
  const value = follow(object);
  if (name === 'keys') return isClosedKeyOf(object);
  if (value.type !== 'ObjectExpression') return denote(object)?.kind === 'enum';
  if (name === 'values')
    return value.properties.every((each) => each.type === 'Property' && isClosedItem(each.value, path, at));
  if (name !== 'entries' || !isClosedKeyOf(object)) return false;
  const [step, ...rest] = path;
  if (step === '0') return true;
  return value.properties.every((each) => each.type === 'Property' && isClosedItem(each.value, rest, at));
}

/** Whether the keys of an object are written in the code. */
export function isClosedKeyOf(object: Node): boolean {
  const value = follow(object);
  if (value.type === 'ObjectExpression')
    return value.properties.every((each) =>
      each.type === 'Property' ? !each.computed || constantOf(each.key) !== undefined : isClosedKeyOf(each.argument),
    );
  return denote(object)?.kind === 'enum';
}

function isClosedVariableList(id: TSESTree.Identifier, path: readonly string[], at: Judging): boolean {
  const binding = getBinding(id);
  switch (binding.kind) {
    case 'import':
      return true;
    case 'value': {
      if (!binding.init) return false;
      if (binding.path.length > 0) {
        const part = findParameter(id);
        return (
          part !== null && (!binding.fallback || isClosedElement(binding.fallback, path, at)) && isGiven(part, path, at)
        );
      }
      const writes = binding.variable.references.filter((each) => each.isWrite() && !each.init && each.writeExpr);
      return (
        isClosedElement(binding.init, path, at) &&
        writes.every(({ writeExpr }) => isClosedElement(writeExpr as Node, path, at)) &&
        isClosedGrowth(id, path, at)
      );
    }
    case 'parameter': {
      const handed = at.frame.get(binding.variable);
      if (handed && binding.path.length === 0) return isClosedElement(handed, path, at);
      if (binding.fallback && !isClosedElement(binding.fallback, path, at)) return false;
      return isGiven(binding, path, at);
    }
    default:
      return false;
  }
}

/** Whether every caller gives a closed list for a parameter, or for the part of it that is taken. */
function isGiven(parameter: Extract<Binding, { kind: 'parameter' }>, path: readonly string[], at: Judging): boolean {
  const callers = allCallers(parameter.fn);
  return (
    callers !== null &&
    callers.every(({ arguments: given }) => {
      const argument = given[parameter.index];
      if (argument === undefined || given.slice(0, parameter.index + 1).some(({ type }) => type === 'SpreadElement'))
        return false;
      const list = partAt(argument, parameter.path);
      return list === 'absent' || (list !== null && isClosedElement(list, path, at));
    })
  );
}

/** What stands at a way into a literal; null where that isn't in sight. */
function partAt(node: Node, path: readonly string[]): Node | 'absent' | null {
  let value: Node = node;
  for (const step of path) {
    const object = follow(value);
    const next = object.type === 'ObjectExpression' ? propertyIn(object, step) : 'unknown';
    if (next === 'unknown') return null;
    if (next === null) return 'absent';
    value = next;
  }
  return value;
}

/** `this.conditions`: what its class puts into it. */
function isClosedFieldList(node: TSESTree.MemberExpression, path: readonly string[], at: Judging): boolean {
  const name = memberName(node);
  const owner = node.object.type === 'ThisExpression' ? classOfThis(node) : null;
  if (name === null || !owner) return false;
  const values: Node[] = [...(assignmentsOf(owner).get(name) ?? [])];
  for (const member of owner.body.body)
    if (member.type === 'PropertyDefinition' && keyName(member.key, member.computed) === name && member.value)
      values.push(member.value);
  if (values.length === 0) return false;
  const uses = (fileOf(node).index.members.get(name) ?? []).filter(
    (each) => each.object.type === 'ThisExpression' && classOfThis(each) === owner,
  );
  return values.every((value) => isClosedElement(value, path, at)) && uses.every((use) => isClosedUse(use, path, at));
}
