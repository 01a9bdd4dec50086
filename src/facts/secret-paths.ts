import type { Node, TSESTree } from '../syntax/ast.js';
import { keyName, memberName, outward, unwrap, wrapped } from '../syntax/nodes.js';
import { findCarrier } from './secret-sources.js';

/** What an expression is given to. */
export interface NamePath {
  /** The names from the outside in: `['jwtConstants', 'secret']`; empty when it is given to no name. */
  readonly names: readonly string[];
  /** The object literal that holds it, directly. */
  readonly object: TSESTree.ObjectExpression | null;
  /** Where the name stands: a property, a declarator, a parameter, … */
  readonly at: Node | null;
}

const NOWHERE: NamePath = { names: [], object: null, at: null };

/** What a literal is given to, through encodings, longer texts, lists and choices. */
export function namePathOf(literal: Node): NamePath {
  let current = literal;
  for (let carrier = findCarrier(current); carrier; carrier = findCarrier(current)) current = carrier;
  const holder = outward(current);
  if (!holder) return NOWHERE;
  const names = namesAt(holder, wrapped(current));
  return {
    names,
    object: holder.type === 'Property' && holder.parent.type === 'ObjectExpression' ? holder.parent : null,
    at: names.length > 0 ? holder : null,
  };
}

function namesAt(holder: Node, node: Node): string[] {
  switch (holder.type) {
    case 'VariableDeclarator':
      return holder.init === node ? namesOf(holder.id) : [];
    case 'AssignmentExpression':
      return holder.right === node ? namesOf(holder.left) : [];
    case 'AssignmentPattern':
      return holder.right === node ? namesOfPattern(holder) : [];
    case 'PropertyDefinition':
    case 'AccessorProperty': {
      const key = keyName(holder.key, holder.computed);
      const owner = holder.parent.parent.id?.name;
      return holder.value === node && key !== null ? [...(owner ? [owner] : []), key] : [];
    }
    case 'JSXAttribute':
      return holder.name.type === 'JSXIdentifier' ? [holder.name.name] : [];
    case 'Property': {
      const key = keyName(holder.key, holder.computed);
      if (holder.value !== node || key === null) return [];
      return [...namesOfObject(holder.parent), key];
    }
    case 'TSEnumMember': {
      const key = keyName(holder.id, false);
      return key === null ? [] : [key];
    }
    default:
      return [];
  }
}

/** The names that the object round a property has. */
function namesOfObject(object: Node): string[] {
  const holder = outward(object);
  if (!holder) return [];
  if (holder.type === 'ArrayExpression' || holder.type === 'ConditionalExpression') return namesOfObject(holder);
  return namesAt(holder, wrapped(object));
}

/** `config.auth.secret` → config, auth, secret; `this.secret` → secret. */
export function namesOf(target: Node): string[] {
  const inner = unwrap(target);
  if (inner.type === 'Identifier') return [inner.name];
  if (inner.type === 'PrivateIdentifier') return [`#${inner.name}`];
  if (inner.type !== 'MemberExpression') return [];
  const name = memberName(inner);
  return name === null ? [] : [...namesOf(inner.object), name];
}

/** A parameter's default, or the key of a pattern. */
function namesOfPattern(pattern: TSESTree.AssignmentPattern): string[] {
  const { parent } = pattern;
  if (parent.type === 'Property') {
    const key = keyName(parent.key, parent.computed);
    return key === null ? [] : [key];
  }
  return namesOf(pattern.left);
}

/** The names of an object's own properties. */
export const neighboursOf = (object: TSESTree.ObjectExpression | null): readonly string[] =>
  object?.properties.flatMap((property) =>
    property.type === 'Property' ? (keyName(property.key, property.computed) ?? []) : [],
  ) ?? [];
