import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, findProperty, keyName, memberName, receiverOf, unwrap } from '../../syntax/nodes.js';
import { constantOf, follow, textOf } from '../values.js';

/** A column's name without the ways in which code and database write it differently: `user_id`, `userId` → `userid`. */
export const columnKey = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** The texts of a list, or the one text that stands for it. */
export function textsIn(node: Node | undefined | null): string[] {
  const list = node ? follow(node) : null;
  if (list?.type === 'ArrayExpression') return list.elements.map((each) => (each ? nameIn(each) : ''));
  const text = list && textOf(list);
  return text === null ? [] : [text];
}

/** One part of an index: a name, `{ name: 'a', order: 'DESC' }`; empty for an expression. */
function nameIn(node: Node): string {
  const value = unwrap(node);
  if (value.type !== 'ObjectExpression') return textOf(value) ?? '';
  const named = findProperty(value, 'name') ?? findProperty(value, 'attribute');
  return named ? (textOf(named.value) ?? '') : '';
}

/** A property of an object literal by name, as written; null for anything else. */
export function valueIn(node: Node | undefined | null, name: string): Node | null {
  const object = node ? follow(node) : null;
  return object?.type === 'ObjectExpression' ? (findProperty(object, name)?.value ?? null) : null;
}

/** Whether an object literal switches something on: `unique: true`, `unique: 'pair'`, `index: { … }`. */
export function isOn(node: Node | undefined | null, name: string): boolean {
  const value = valueIn(node, name);
  if (!value) return false;
  const constant = constantOf(value);
  return constant === undefined ? true : constant !== false && constant !== null;
}

/** The named properties of an object literal, or of the one that a function gives back. */
export function propertiesOf(node: Node | undefined | null): { name: string; value: Node; node: TSESTree.Property }[] {
  let object = node ? follow(node) : null;
  if (object?.type === 'ArrowFunctionExpression') object = unwrap(object.body);
  if (object?.type !== 'ObjectExpression') return [];
  return object.properties.flatMap((property) => {
    const name = property.type === 'Property' ? keyName(property.key, property.computed) : null;
    return property.type === 'Property' && name !== null
      ? [{ name, value: unwrap(property.value), node: property }]
      : [];
  });
}

/** The calls of a chain, first one first. */
export function linksOf(node: Node): TSESTree.CallExpression[] {
  const links: TSESTree.CallExpression[] = [];
  for (let at: Node | null = unwrap(node); at?.type === 'CallExpression';) {
    links.unshift(at);
    const receiver: Node | null = receiverOf(at);
    at = receiver && unwrap(receiver);
  }
  return links;
}

/** The whole chain that a call stands in: up to its last call. */
export function chainRound(call: TSESTree.CallExpression): TSESTree.CallExpression {
  let last = call;
  while (last.parent.type === 'MemberExpression' && last.parent.object === last) {
    const next = last.parent.parent;
    if (next.type !== 'CallExpression' || next.callee !== last.parent) break;
    last = next;
  }
  return last;
}

/** The name that a value is called by: `t.userId`, `t.userId.desc()`, `Post`. */
export function nameOf(node: Node | undefined | null): string | null {
  const value = node ? unwrap(node) : null;
  if (value?.type === 'Identifier') return value.name;
  if (value?.type === 'MemberExpression') return memberName(value);
  if (value?.type === 'CallExpression' && /^(?:asc|desc|nullsFirst|nullsLast|op)$/.test(calleeName(value) ?? ''))
    return nameOf(receiverOf(value) ?? value.arguments[0]);
  return null;
}
