import type { TSESTree } from '@typescript-eslint/utils';

import { findExport, findGenerated, findGlobal, findLibrary } from '../libraries/registry.js';
import type { Entity, Instance } from '../model/entity.js';
import { fileOf, type BackendFile } from '../model/file.js';
import type { ExportRow, Library, MemberRow } from '../model/library.js';
import type { Proof } from '../model/proof.js';
import type { ClassNode, FunctionNode, Node } from '../syntax/ast.js';
import { classOfThis, keyName, memberName, outward, unwrap } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { allLocalCalls, allWrites, findVariable, getBinding, getVariableBinding, type Binding } from './bindings.js';
import { denoteType } from './annotations.js';
import { denoteLoaded } from './loaded-modules.js';
import { denoteConstructed, denoteConventional, denoteExpectedParameter, denoteKeyed } from './contextual.js';
import { findMember } from './members.js';
import { describedName } from './described-files.js';
import { exportsOf } from './exports.js';
import { findRow, instanceOf, instanceOfAnnotation, libraryOf, proofOf, rowOf } from './library-rows.js';

export { findRow, instanceOf, instanceOfAnnotation, libraryOf, proofOf, rowOf } from './library-rows.js';

/** Longest chain of definitions that is followed before the answer is "unknown". */
const MAX_DEPTH = 60;
let depth = 0;
const known = new WeakMap<Node, Entity | null>();

/**
 * What an expression denotes: a library's value or method, a class, function or literal of the project, or null
 * (unknown). Follows imports, re-exports, `require`, aliases, destructuring, annotations, class fields, constructor
 * injection, calls of the project's own functions, and callbacks' parameters, through other files as well.
 */
export function denote(node: Node): Entity | null {
  const expression = node;
  const memo = known.get(expression);
  if (memo !== undefined) return memo;
  if (depth >= MAX_DEPTH) return null;
  // A cycle meets its own beginning and answers "unknown".
  known.set(expression, null);
  depth++;
  try {
    const entity = find(expression);
    known.set(expression, entity);
    return entity;
  } finally {
    depth--;
  }
}

function find(node: Node): Entity | null {
  switch (node.type) {
    case 'Identifier':
      return denoteBinding(getBinding(node)) ?? typed(node);
    case 'MemberExpression': {
      const name = memberName(node);
      const object = denote(node.object);
      const member = object && name !== null ? memberOf(object, name, node) : null;
      return member ?? typed(node);
    }
    case 'CallExpression':
      return resultOf(node) ?? typed(node);
    case 'NewExpression':
      return construct(denote(node.callee), node) ?? typed(node);
    case 'TaggedTemplateExpression': {
      const tag = denote(node.tag);
      const row = rowOf(tag)?.tag;
      return row?.returns ? instanceOf(row.returns, libraryOf(tag)!, 'import', node) : null;
    }
    case 'TSAsExpression':
    case 'TSTypeAssertion':
      return denoteType(node.typeAnnotation) ?? denote(node.expression);
    case 'TSNonNullExpression':
    case 'TSSatisfiesExpression':
    case 'ChainExpression':
    case 'TSInstantiationExpression':
      return denote(node.expression);
    case 'AwaitExpression':
      return settled(denote(node.argument), node);
    case 'SequenceExpression':
      return denote(node.expressions.at(-1)!);
    case 'AssignmentExpression':
      return denote(node.right) ?? (node.operator === '=' ? null : denote(node.left));
    case 'LogicalExpression':
      return node.operator === '&&' ? denote(node.right) : (denote(node.left) ?? denote(node.right));
    case 'ConditionalExpression':
      return denote(node.consequent) ?? denote(node.alternate);
    case 'ThisExpression':
      return denoteThis(node);
    case 'Super': {
      const owner = classOfThis(node);
      return owner?.superClass ? instanceOfClass(denote(owner.superClass), node) : null;
    }
    case 'ImportExpression':
      return node.source.type === 'Literal' ? denoteModule(String(node.source.value), fileOf(node)) : null;
    case 'ObjectExpression':
    case 'ArrayExpression':
      return { kind: 'literal', node };
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return { kind: 'function', node };
    case 'ClassDeclaration':
    case 'ClassExpression':
      return { kind: 'class', node };
    case 'TSEnumDeclaration':
      return { kind: 'enum', node };
    case 'TSInterfaceDeclaration':
      return { kind: 'shape', node };
    default:
      return null;
  }
}

/** A promise counts as its value; awaiting a lazy query may give a value of another type. */
function settled(entity: Entity | null, at: Node): Entity | null {
  if (entity?.kind !== 'instance' || !entity.type.row.awaited) return entity;
  return instanceOf(entity.type.row.awaited, entity.type.library, entity.proof, at);
}

/** The checker's word, where syntax had none. */
function typed(node: Node): Entity | null {
  const { types } = fileOf(node);
  const declared = types?.declaredIn(node);
  if (!declared) return null;
  const found = findExport(declared.module, declared.name.split('.'));
  return found ? instanceOfAnnotation(found.row, found.library, 'types', node) : null;
}

function denoteThis(node: Node): Entity | null {
  const owner = classOfThis(node);
  if (owner)
    return isInStatic(node, owner) ? { kind: 'class', node: owner } : { kind: 'object', node: owner, proof: 'import' };
  // `this` in a method of an object literal.
  for (let up = node.parent; up; up = up.parent) {
    if (up.type === 'FunctionDeclaration') return null;
    if (up.type === 'FunctionExpression')
      return up.parent.type === 'Property' && up.parent.parent.type === 'ObjectExpression'
        ? { kind: 'literal', node: up.parent.parent }
        : findSelf(up);
  }
  return null;
}

/** `schema.statics.findActive = async function () { this.find() }`: the library says what `this` is there. */
function findSelf(fn: TSESTree.FunctionExpression): Entity | null {
  const { parent } = fn;
  if (parent.type !== 'AssignmentExpression' || parent.left.type !== 'MemberExpression') return null;
  const { object } = parent.left;
  if (object.type === 'MemberExpression' && memberName(object) === 'prototype') return findRecord(object.object);
  const holder = denote(object);
  const self = holder?.kind === 'instance' ? holder.type.row.self : undefined;
  return holder?.kind === 'instance' && self !== undefined
    ? instanceOf(self, holder.type.library, holder.proof, null)
    : null;
}

/** `Document.prototype.archive = async function () { this.save() }`: a record of the model. */
function findRecord(model: Node): Entity | null {
  const owner = denote(model);
  const made = owner?.kind === 'instance' ? owner.type.row.new : undefined;
  if (owner?.kind !== 'instance' || made === undefined) return null;
  // A record that was read, where the library tells it from one just made.
  const { library } = owner.type;
  return instanceOf(library.types?.[made]?.extends ?? made, library, owner.proof, null);
}

/** Whether a node stands in a static member of the class, where `this` is the class itself. */
function isInStatic(node: Node, owner: ClassNode): boolean {
  for (let up = node; up.parent; up = up.parent)
    if (up.parent === owner.body) return up.type === 'StaticBlock' || ('static' in up && up.static);
  return false;
}

const membersOf = new WeakMap<Entity, Map<string, Entity | null>>();

/** `findMember`, once for every name of the same thing: a service's method is called in many places. */
function memberOf(object: Entity, name: string, at: Node): Entity | null {
  // What is read from a library's value remembers where.
  if (object.kind === 'instance') return findMember(object, name, at);
  let members = membersOf.get(object);
  if (!members) membersOf.set(object, (members = new Map<string, Entity | null>()));
  const memo = members.get(name);
  if (memo !== undefined) return memo;
  const member = findMember(object, name, at);
  members.set(name, member);
  return member;
}

const ofBinding = new WeakMap<Binding, Entity | null>();

/** What a name denotes by its binding; the same entity for every use of the name. */
export function denoteBinding(binding: Binding): Entity | null {
  const memo = ofBinding.get(binding);
  if (memo !== undefined) return memo;
  const entity = findBound(binding);
  ofBinding.set(binding, entity);
  return entity;
}

function findBound(binding: Binding): Entity | null {
  switch (binding.kind) {
    case 'global': {
      const found = findGlobal(binding.name);
      return found ? exported(found.row, found.library, 'global', [binding.name], 'import') : null;
    }
    case 'import':
      return denoteImport(binding.specifier, binding.imported, fileOf(binding.variable.defs[0]!.node));
    case 'function':
      return { kind: 'function', node: binding.node };
    case 'class':
      return { kind: 'class', node: binding.node };
    case 'enum':
      return { kind: 'enum', node: binding.node };
    case 'value': {
      const annotated = binding.annotation && denoteType(binding.annotation);
      if (annotated && !isLoose(annotated)) return annotated;
      const sources = binding.init ? [binding.init] : allWrites(binding.variable);
      for (const source of sources) {
        const entity = step(denote(source), binding.path, source);
        if (entity) return entity;
      }
      // Assigned later: `let pool; … pool = new Pool()`.
      if (binding.init && !binding.constant && binding.path.length === 0)
        for (const write of allWrites(binding.variable)) {
          const entity = denote(write);
          if (entity) return entity;
        }
      return (binding.fallback && denote(binding.fallback)) ?? annotated;
    }
    case 'parameter':
      return denoteParameter(binding);
    case 'element': {
      const list = denote(binding.of);
      if (list?.kind !== 'literal' || list.node.type !== 'ArrayExpression') return null;
      const first = list.node.elements[0];
      return first && first.type !== 'SpreadElement' ? step(denote(first), binding.path, first) : null;
    }
    default:
      return null;
  }
}

/** An annotation that says less than the value itself may: an interface of the project, or a function's type. */
export const isLoose = (entity: Entity): boolean =>
  entity.kind === 'shape' || (entity.kind === 'instance' && entity.type.row.params !== undefined);

/** Follows the steps of a destructuring pattern. */
function step(entity: Entity | null, path: readonly string[], at: Node): Entity | null {
  for (const name of path) {
    if (!entity || name === '?') return null;
    if (name === '...') return entity;
    if (entity.kind === 'literal' && entity.node.type === 'ArrayExpression') {
      const element: Node | null | undefined = entity.node.elements[Number(name)];
      entity = element && element.type !== 'SpreadElement' ? denote(element) : null;
    } else entity = findMember(entity, name, at);
  }
  return entity;
}

function denoteParameter(binding: Extract<Binding, { kind: 'parameter' }>): Entity | null {
  const { fn, index, path } = binding;
  const at = fn.params[index]!;
  const annotated = binding.annotation ? step(denoteType(binding.annotation), path, at) : null;
  if (annotated && annotated.kind !== 'shape') return annotated;
  if (path.length === 0 && at.type === 'AssignmentPattern') {
    const byDefault = denote(at.right);
    if (byDefault) return byDefault;
  }
  const handed = fromCallback(fn, index);
  if (handed) return step(handed, path, at);
  const expected = binding.annotation ? null : denoteExpectedParameter(fn, index);
  if (expected && expected.kind !== 'shape') return step(expected, path, at);
  for (const call of allLocalCalls(fn) ?? []) {
    const argument = call.arguments[index];
    if (!argument || argument.type === 'SpreadElement') continue;
    const entity = step(denote(argument), path, argument);
    if (entity) return entity;
  }
  const constructed = binding.annotation ? null : denoteConstructed(fn, index);
  if (constructed) return step(constructed, path, at);
  return (
    (binding.fallback && denote(binding.fallback)) ??
    annotated ??
    (expected && step(expected, path, at)) ??
    (binding.annotation ? null : step(denoteConventional(fn, index), path, at))
  );
}

/** What a library hands to a function given to it: `pool.connect((err, client) => …)`, `prisma.$transaction(async (tx) => …)`. */
function fromCallback(fn: FunctionNode, index: number): Entity | null {
  const place = placeOf(fn);
  if (!place) return null;
  const callee = place.call.type === 'CallExpression' ? rowEntity(place.call) : denote(place.call.callee);
  const row =
    place.call.type === 'NewExpression' && callee?.kind === 'export' ? findRow(callee)?.row.construct : rowOf(callee);
  const callbacks = row?.callbacks;
  if (!callbacks) return null;
  const declared =
    callbacks[place.position] ??
    (place.last ? callbacks['-1'] : undefined) ??
    callbacks[place.loose] ??
    (place.direct ? callbacks['*'] : undefined);
  const isErrorHandler = declared?.errorArity !== undefined && fn.params.length === declared.errorArity;
  const name = declared?.params[isErrorHandler ? index - 1 : index];
  return name ? instanceOf(name, libraryOf(callee)!, proofOf(callee), place.call) : null;
}

/** The entity of a call's callee that carries the row of what the call does. */
function rowEntity(call: TSESTree.CallExpression): Entity | null {
  const callee = denote(call.callee);
  if (callee?.kind === 'instance') {
    const row = callee.type.row.call;
    return row
      ? { kind: 'method', row, library: callee.type.library, owner: callee, name: '', proof: callee.proof }
      : null;
  }
  return callee;
}

interface Place {
  readonly call: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly position: string;
  /** The same position with any property name: `'0.*'`. */
  readonly loose: string;
  /** An argument itself, or an element of a list given as one. */
  readonly direct: boolean;
  readonly last: boolean;
}

/** Where an expression stands among the arguments of a call: directly, or inside object literals given to it. */
export function placeOf(node: Node): Place | null {
  const names: string[] = [];
  let current: Node = node;
  for (let parent = outward(current); parent; parent = outward(parent)) {
    if (parent.type === 'Property') {
      names.unshift(keyName(parent.key, parent.computed) ?? '?');
      current = parent;
    } else if (parent.type === 'ObjectExpression' || (parent.type === 'ArrayExpression' && names.length === 0))
      current = parent;
    else if (parent.type === 'CallExpression' || parent.type === 'NewExpression') {
      const index = parent.arguments.findIndex((argument) => unwrap(argument) === unwrap(current));
      if (index < 0) return null;
      return {
        call: parent,
        position: [index, ...names].join('.'),
        loose: [index, ...names.map(() => '*')].join('.'),
        direct: names.length === 0,
        last: names.length === 0 && index === parent.arguments.length - 1,
      };
    } else return null;
  }
  return null;
}

/** What an import gives: a value of another file of the project, or an external package's export. */
function denoteImport(specifier: string, name: string, from: BackendFile): Entity | null {
  const wrapped = fromSettings(specifier, from);
  if (wrapped) return name === '*' ? null : wrapped;
  const resolution = from.project.resolve(specifier, from.path);
  if (resolution && 'file' in resolution) {
    const file = from.project.open(resolution.file);
    if (!file) return null;
    return name === '*' ? denoteWhole(file) : denoteExport(file, name);
  }
  const module = resolution?.external ?? findGenerated(specifier)?.modules[0];
  // `import fs from 'node:fs'` and sub-path imports keep the specifier; the resolver only names the package.
  return module === undefined ? null : denoteExternal(moduleOf(specifier, module), name === '*' ? [] : [name]);
}

const moduleOf = (specifier: string, external: string): string =>
  specifier.startsWith(external) ? specifier : external;

function denoteExternal(module: string, path: readonly string[]): Entity {
  const found = findExport(module, path);
  if (!found) return { kind: 'export', module, path, proof: 'import' };
  return exported(found.row, found.library, module, path, 'import');
}

/** A module's export by its row: a ready value where the row says of which type. */
export function exported(
  row: ExportRow,
  library: Library,
  module: string,
  path: readonly string[],
  proof: Proof,
): Entity {
  if (row.type) {
    const value = instanceOf(row.type, library, proof, null);
    if (value) return value;
  }
  return { kind: 'export', module, path, proof };
}

function fromSettings(specifier: string, from: BackendFile): Entity | null {
  const named = from.project.settings.modules[specifier];
  const library = named === undefined ? null : findLibrary(named);
  return library?.client ? instanceOf(library.client, library, 'setting', null) : null;
}

function denoteModule(specifier: string, from: BackendFile): Entity | null {
  return denoteImport(specifier, '*', from);
}

/** A whole module: what `module.exports =` gives, or its namespace. */
function denoteWhole(file: BackendFile): Entity {
  const { whole } = exportsOf(file);
  return (whole && denote(whole)) ?? { kind: 'namespace', file };
}

/** What a file exports under a name. */
export function denoteExport(file: BackendFile, name: string): Entity | null {
  if (depth >= MAX_DEPTH) return null;
  const described = describedName(file);
  if (described !== null && findExport(described, [name])) return denoteExternal(described, [name]);
  const { names, stars, whole } = exportsOf(file);
  const found = names.get(name);
  if (found) {
    if ('from' in found) return denoteImport(found.from, found.name, file);
    return found.node.type === 'Identifier' ? denoteDeclared(found.node) : denote(found.node);
  }
  if (whole) return name === 'default' ? denote(whole) : denoteIn(whole, name);
  if (name === 'default') return null;
  for (const star of stars) {
    depth++;
    try {
      const entity = denoteImport(star, name, file);
      if (entity && !(entity.kind === 'export' && stars.length > 1 && !isKnownExport(entity))) return entity;
    } finally {
      depth--;
    }
  }
  return null;
}

const isKnownExport = (entity: Extract<Entity, { kind: 'export' }>): boolean =>
  findExport(entity.module, entity.path) !== null;

function denoteIn(whole: TSESTree.Expression, name: string): Entity | null {
  const entity = denote(whole);
  return entity && findMember(entity, name, whole);
}

/** A declared name: also of types, which no expression could name. */
export function denoteDeclared(id: TSESTree.Identifier): Entity | null {
  const variable = findVariable(id);
  if (!variable) return null;
  const binding = getVariableBinding(variable);
  if (binding.kind !== 'type') return denoteBinding(binding);
  return binding.node.type === 'TSInterfaceDeclaration'
    ? { kind: 'shape', node: binding.node }
    : denoteType(binding.node.typeAnnotation);
}

/** What a call gives back. */
function resultOf(call: TSESTree.CallExpression): Entity | null {
  const callee = unwrap(call.callee);
  if (callee.type === 'Identifier' && callee.name === 'require' && call.arguments[0]?.type === 'Literal')
    return denoteModule(String(call.arguments[0].value), fileOf(call));
  const entity = rowEntity(call);
  if (!entity) return callee.type === 'MemberExpression' ? resultOfBound(callee) : denoteLoaded(call);
  if (entity.kind === 'function') return resultOfFunction(entity.node) ?? resultOfThunk(entity.node, call);
  if (entity.kind === 'class') return null;
  const row = rowOf(entity);
  if (row?.keyed !== undefined && entity.kind === 'method') return denoteKeyed(entity, row.keyed, call);
  if (!row?.returns) return resultOfCallback(row, call) ?? resultOfSingleton(entity, call);
  if (row.returns === 'this') return entity.kind === 'method' ? entity.owner : null;
  return instanceOf(row.returns, libraryOf(entity)!, proofOf(entity), call);
}

/** `fn.bind(x)` gives the function again. */
function resultOfBound(callee: TSESTree.MemberExpression): Entity | null {
  return memberName(callee) === 'bind' ? denote(callee.object) : null;
}

/** A call that gives back what its callback gives: `cache(() => new PrismaClient())`, `pool.tx(async (t) => …)`. */
function resultOfCallback(row: MemberRow | null, call: TSESTree.CallExpression): Entity | null {
  if (!row?.wraps) return null;
  const argument = call.arguments[Number(row.wraps)];
  return argument ? denote(argument) : null;
}

/** npm's helpers that keep one instance alive over reloads: `singleton('db', () => new PrismaClient())`. */
function resultOfSingleton(entity: Entity, call: TSESTree.CallExpression): Entity | null {
  if (entity.kind !== 'export' || !/^(?:remember|singleton|globalSingleton)$/i.test(entity.path.at(-1) ?? ''))
    return null;
  const thunk = call.arguments.at(-1);
  const made = thunk && denote(thunk);
  return made?.kind === 'function' ? resultOfFunction(made.node) : null;
}

/** `remember('prisma', () => new PrismaClient())`: a generic helper that gives back what it is given, or what that makes. */
function resultOfThunk(fn: FunctionNode, call: TSESTree.CallExpression): Entity | null {
  const generic = new Set(fn.typeParameters?.params.map((parameter) => parameter.name.name));
  const returned = fn.returnType ? typeName(fn.returnType.typeAnnotation) : null;
  if (returned === null || !generic.has(returned)) return null;
  for (const [index, parameter] of fn.params.entries()) {
    const argument = call.arguments[index];
    const annotation = parameter.type === 'Identifier' ? parameter.typeAnnotation?.typeAnnotation : undefined;
    if (!argument || !annotation) continue;
    if (typeName(annotation) === returned) return denote(argument);
    if (annotation.type !== 'TSFunctionType' || !annotation.returnType) continue;
    if (typeName(annotation.returnType.typeAnnotation) !== returned) continue;
    const thunk = denote(argument);
    return thunk?.kind === 'function' ? resultOfFunction(thunk.node) : null;
  }
  return null;
}

/** The plain name of a type, through `Promise`. */
function typeName(type: TSESTree.TypeNode): string | null {
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return null;
  const { name } = type.typeName;
  const inner = type.typeArguments?.params[0];
  return name === 'Promise' && inner ? typeName(inner) : name;
}

const results = new WeakMap<FunctionNode, Entity | null>();

/** What a function of the project gives back. */
export function resultOfFunction(fn: FunctionNode): Entity | null {
  const memo = results.get(fn);
  if (memo !== undefined) return memo;
  results.set(fn, null);
  let result = fn.returnType ? denoteType(fn.returnType.typeAnnotation) : null;
  if (!result || result.kind === 'shape')
    for (const returned of allReturns(fn)) {
      const entity = denote(returned);
      if (entity) {
        result = entity;
        break;
      }
    }
  results.set(fn, result);
  return result;
}

/** What `new X()` gives. */
function construct(entity: Entity | null, at: Node): Entity | null {
  return entity && instanceOfClass(entity, at);
}

function instanceOfClass(entity: Entity | null, at: Node): Entity | null {
  if (entity?.kind === 'class') return { kind: 'object', node: entity.node, proof: 'import' };
  if (entity?.kind === 'instance' && entity.type.row.new)
    return instanceOf(entity.type.row.new, entity.type.library, entity.proof, at);
  if (entity?.kind !== 'export') return null;
  const found = findRow(entity);
  return found?.row.new ? instanceOf(found.row.new, found.library, entity.proof, at) : null;
}

/** The library type that an entity has as a value: directly, or because its class extends the library's. */
export function findInstance(entity: Entity | null): Instance | null {
  if (entity?.kind === 'instance') return entity;
  if (entity?.kind !== 'object' && entity?.kind !== 'class') return null;
  const base = superOf(entity.node);
  if (!base) return null;
  if (base.kind === 'class')
    return findInstance(entity.kind === 'class' ? base : { kind: 'object', node: base.node, proof: 'import' });
  if (base.kind !== 'export') return null;
  const found = findRow(base);
  const made = entity.kind === 'object' && entity.proof === 'annotation' ? found?.row.annotation : undefined;
  const name = entity.kind === 'class' ? found?.row.static : (made ?? found?.row.new);
  return found && name ? instanceOf(name, found.library, 'import', entity.node) : null;
}

/** What a class extends. */
export function superOf(node: ClassNode): Entity | null {
  return node.superClass ? denote(node.superClass) : null;
}

/** The functions that a call may run: the project's own, never a library's. */
export function findCalled(call: TSESTree.CallExpression | TSESTree.NewExpression): FunctionNode | null {
  const entity = denote(call.callee);
  return entity?.kind === 'function' ? entity.node : null;
}

/** The value of an own property of an object literal, through spreads of known literals. */
export function findPropertyValue(object: TSESTree.ObjectExpression, name: string, hops = 0): Node | null {
  // `options = { ...options, x }` spreads itself.
  if (hops > 8) return null;
  for (let i = object.properties.length - 1; i >= 0; i--) {
    const property = object.properties[i]!;
    if (property.type === 'Property') {
      if (keyName(property.key, property.computed) === name) return property.value;
    } else {
      const spread = denote(property.argument);
      if (spread?.kind === 'literal' && spread.node.type === 'ObjectExpression') {
        const found = findPropertyValue(spread.node, name, hops + 1);
        if (found) return found;
      }
    }
  }
  return null;
}
