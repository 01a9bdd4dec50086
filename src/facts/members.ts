import type { TSESTree } from '@typescript-eslint/utils';

import { findExport, findGlobal } from '../libraries/registry.js';
import type { Entity } from '../model/entity.js';
import type { ClassNode, Node } from '../syntax/ast.js';
import { keyName, memberName } from '../syntax/nodes.js';
import { allOf } from '../syntax/walk.js';
import { denoteType, findDeclaredMember } from './annotations.js';
import { denoteAssigned } from './assigned-members.js';
import { denoteDecoration, denoteGeneric } from './contextual.js';
import {
  denote,
  denoteExport,
  exported,
  findInstance,
  findPropertyValue,
  findRow,
  instanceOf,
  isLoose,
  resultOfFunction,
  superOf,
} from './entities.js';

/** What `entity.name` denotes; `at` is the expression that reads it. */
export function findMember(entity: Entity, name: string, at: Node): Entity | null {
  switch (entity.kind) {
    case 'instance': {
      const row = entity.type.findMember(name);
      const { library, row: own } = entity.type;
      if (!row) return own.decorate ? denoteDecoration(own.decorate, name, at) : null;
      if (row.generic) return denoteGeneric(entity, row.generic);
      if (row.type) {
        const value = instanceOf(row.type, library, entity.proof, at);
        return value && { ...value, via: { name, node: at } };
      }
      return { kind: 'method', row, library, owner: entity, name, proof: entity.proof };
    }
    case 'export': {
      const path = [...entity.path, name];
      const own = findRow(entity);
      // A value's or class's own members: `mongoose.Model.find`, `express.Router`.
      const found = entity.module === 'global' ? findGlobal(path.join('.')) : findExport(entity.module, path);
      if (found) return exported(found.row, found.library, entity.module, path, entity.proof);
      const type = own?.row.static;
      const value = own && type ? instanceOf(type, own.library, entity.proof, null) : null;
      if (value) return findMember(value, name, at);
      return { kind: 'export', module: entity.module, path, proof: entity.proof };
    }
    case 'object':
      return findClassMember(entity.node, name, false, at);
    case 'class':
      return findClassMember(entity.node, name, true, at);
    case 'literal': {
      if (entity.node.type !== 'ObjectExpression') return null;
      const value = findPropertyValue(entity.node, name);
      return value ? denote(value) : denoteAssigned(entity.node, name);
    }
    case 'namespace':
      return denoteExport(entity.file, name);
    case 'shape':
      return findShapeMember(entity.node, name);
    default:
      return null;
  }
}

function findShapeMember(node: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeLiteral, name: string): Entity | null {
  const declared = findDeclaredMember(node, name);
  if (declared?.type === 'TSPropertySignature' && declared.typeAnnotation)
    return denoteType(declared.typeAnnotation.typeAnnotation);
  return null;
}

/** The member of a class by name: field, accessor, method, parameter property, or what its constructor assigns. */
function findClassMember(node: ClassNode, name: string, isStatic: boolean, at: Node): Entity | null {
  for (const member of node.body.body) {
    if (member.type === 'StaticBlock' || member.type === 'TSIndexSignature') continue;
    if (member.static !== isStatic || keyName(member.key, member.computed) !== name) continue;
    if (member.type === 'MethodDefinition') {
      if (member.value.type !== 'FunctionExpression') continue;
      return member.kind === 'get' ? resultOfFunction(member.value) : { kind: 'function', node: member.value };
    }
    if (member.type === 'PropertyDefinition' || member.type === 'AccessorProperty') {
      const annotated = member.typeAnnotation && denoteType(member.typeAnnotation.typeAnnotation);
      if (annotated && !isLoose(annotated)) return annotated;
      const value = member.value && denote(member.value);
      if (value) return value;
      return (isStatic ? null : fromConstructor(node, name)) ?? annotated ?? null;
    }
  }
  if (!isStatic) {
    const injected = findParameterProperty(node, name);
    if (injected) return injected;
    const assigned = fromConstructor(node, name);
    if (assigned) return assigned;
  }
  const base = superOf(node);
  if (base?.kind === 'class') return findClassMember(base.node, name, isStatic, at);
  const instance = findInstance({ kind: isStatic ? 'class' : 'object', node, proof: 'import' });
  return instance && findMember(instance, name, at);
}

/** `constructor(private readonly users: UsersService)`. */
function findParameterProperty(node: ClassNode, name: string): Entity | null {
  for (const parameter of constructorOf(node)?.params ?? []) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const target = parameter.parameter;
    const id = target.type === 'AssignmentPattern' ? target.left : target;
    if (id.name !== name) continue;
    const annotated = id.typeAnnotation && denoteType(id.typeAnnotation.typeAnnotation);
    return annotated ?? (target.type === 'AssignmentPattern' ? denote(target.right) : null);
  }
  return null;
}

const assignments = new WeakMap<ClassNode, Map<string, TSESTree.Expression[]>>();

/** `this.pool = new Pool()` in the constructor or another method. */
function fromConstructor(node: ClassNode, name: string): Entity | null {
  for (const value of assignmentsOf(node).get(name) ?? []) {
    const entity = denote(value);
    if (entity) return entity;
  }
  return null;
}

/** Every value that the class's methods assign to `this.<name>`. */
export function assignmentsOf(node: ClassNode): ReadonlyMap<string, readonly TSESTree.Expression[]> {
  let all = assignments.get(node);
  if (all) return all;
  all = new Map();
  for (const { left, right } of allOf(node.body, ['AssignmentExpression'])) {
    if (left.type !== 'MemberExpression' || left.object.type !== 'ThisExpression') continue;
    const name = memberName(left);
    if (name) all.set(name, [...(all.get(name) ?? []), right]);
  }
  assignments.set(node, all);
  return all;
}

export function constructorOf(node: ClassNode): TSESTree.FunctionExpression | null {
  for (const member of node.body.body)
    if (
      member.type === 'MethodDefinition' &&
      member.kind === 'constructor' &&
      member.value.type === 'FunctionExpression'
    )
      return member.value;
  return null;
}
