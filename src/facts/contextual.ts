import { librariesWithParameter } from '../libraries/registry.js';
import type { Entity, Instance } from '../model/entity.js';
import { fileOf, type BackendFile } from '../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { isFunction, keyName, literalText } from '../syntax/nodes.js';
import { denoteType, findDeclaredMember } from './annotations.js';
import { findVariable, getVariableBinding } from './bindings.js';
import { allConstructions } from './callers.js';
import { conventionParameters } from './convention-routes.js';
import { denote, instanceOf, resultOfFunction } from './entities.js';
import { exportsOf } from './exports.js';
import { findMember } from './members.js';
import { argumentAt } from './values.js';

const MAX_HOPS = 8;

/** What is expected where a function stands: a type as written, or a library's type with the arguments it was given. */
type Expected =
  | { readonly type: TSESTree.TypeNode }
  | { readonly instance: Instance; readonly args: readonly TSESTree.TypeNode[] }
  | { readonly params: readonly TSESTree.Parameter[] };

/**
 * What a function's parameter is by the type expected at the function's place: `const plugin: FastifyPluginAsync =
 * async (app) => …`, `{ fetch(request) {} } satisfies ExportedHandler`, an argument of a wrapper, what a function of a
 * declared type gives back. Then by the place of its file (`app/…/route.ts`). Null where nothing is expected.
 */
export function denoteExpectedParameter(fn: FunctionNode, index: number): Entity | null {
  const expected = expectedAt(fn, 0);
  const byType = expected && parameterOf(expected, index, 0);
  if (byType) return byType;
  const found = conventionParameters(fileOf(fn)).get(fn);
  const name = found?.convention.params?.[index];
  return name ? instanceOf(name, found.library, 'convention', null) : null;
}

/** `(req, res)` of a controller, `(fastify)` of a plugin file: known by name in packages that use the framework. */
export function denoteConventional(fn: FunctionNode, index: number): Entity | null {
  const parameter = fn.params[index];
  if (parameter?.type !== 'Identifier') return null;
  const file = fileOf(fn);
  const owner = file.project.findPackage(file.path);
  for (const library of librariesWithParameter(parameter.name))
    if (owner && library.modules.some((module) => owner.hasDependency(module)))
      return instanceOf(library.parameters![parameter.name]!, library, 'convention', null);
  return null;
}

function expectedAt(node: Node, hops: number): Expected | null {
  const { parent } = node;
  if (!parent || hops > MAX_HOPS) return null;
  switch (parent.type) {
    case 'TSSatisfiesExpression':
    case 'TSAsExpression':
      return { type: parent.typeAnnotation };
    case 'VariableDeclarator':
      return fromAnnotation(parent.id);
    case 'PropertyDefinition':
      return parent.value === node && parent.typeAnnotation ? { type: parent.typeAnnotation.typeAnnotation } : null;
    case 'Property': {
      const name = keyName(parent.key, parent.computed);
      const object = name === null ? null : expectedAt(parent.parent, hops + 1);
      return object && name !== null ? memberOf(object, name) : null;
    }
    case 'ReturnStatement': {
      for (let up: Node | undefined = parent.parent; up; up = up.parent) if (isFunction(up)) return returned(up);
      return null;
    }
    case 'ArrowFunctionExpression':
      return parent.body === node ? returned(parent) : null;
    case 'CallExpression': {
      const index = parent.arguments.indexOf(node as TSESTree.CallExpressionArgument);
      const callee = index < 0 ? null : denote(parent.callee);
      const parameter = callee?.kind === 'function' ? callee.node.params[index] : undefined;
      return parameter ? fromAnnotation(parameter) : null;
    }
    default:
      return null;
  }
}

const fromAnnotation = (node: Node): Expected | null => {
  const target = node.type === 'AssignmentPattern' ? node.left : node;
  const annotation = 'typeAnnotation' in target ? target.typeAnnotation : undefined;
  return annotation?.type === 'TSTypeAnnotation' ? { type: annotation.typeAnnotation } : null;
};

const returned = (fn: FunctionNode): Expected | null => (fn.returnType ? { type: fn.returnType.typeAnnotation } : null);

/** What a member of an object of the expected type is. */
function memberOf(expected: Expected, name: string): Expected | null {
  if (!('type' in expected)) return null;
  const entity = denoteType(expected.type);
  if (entity?.kind === 'instance') {
    const row = entity.type.findMember(name);
    const instance = row?.type ? instanceOf(row.type, entity.type.library, entity.proof, null) : null;
    return instance && { instance, args: argumentsOf(expected.type) };
  }
  const declared = entity?.kind === 'shape' ? findDeclaredMember(entity.node, name) : null;
  if (declared?.type === 'TSMethodSignature') return { params: declared.params };
  return declared?.typeAnnotation ? { type: declared.typeAnnotation.typeAnnotation } : null;
}

const argumentsOf = (type: TSESTree.TypeNode): readonly TSESTree.TypeNode[] =>
  type.type === 'TSTypeReference' ? (type.typeArguments?.params ?? []) : [];

/** What the `index`th parameter of a function of the expected type is. */
function parameterOf(expected: Expected, index: number, hops: number): Entity | null {
  if (hops > MAX_HOPS) return null;
  if ('params' in expected) {
    const parameter = expected.params[index];
    const annotated = parameter && fromAnnotation(parameter);
    return annotated && 'type' in annotated ? denoteType(annotated.type) : null;
  }
  if ('instance' in expected) return parameterOfInstance(expected.instance, expected.args, index);
  const { type } = expected;
  switch (type.type) {
    case 'TSFunctionType':
      return parameterOf({ params: type.params }, index, hops + 1);
    case 'TSUnionType':
      for (const each of type.types) {
        const entity = parameterOf({ type: each }, index, hops + 1);
        if (entity) return entity;
      }
      return null;
    case 'TSTypeReference': {
      const entity = denoteType(type);
      if (entity?.kind === 'instance') return parameterOfInstance(entity, argumentsOf(type), index);
      const alias = aliasOf(type);
      return alias && parameterOf(alias, index, hops + 1);
    }
    default:
      return null;
  }
}

function parameterOfInstance(instance: Instance, args: readonly TSESTree.TypeNode[], index: number): Entity | null {
  const name = instance.type.row.params?.[index];
  if (!name) return null;
  if (name === '<0>') return args[0] ? denoteType(args[0]) : null;
  return instanceOf(name, instance.type.library, 'annotation', null);
}

/** What a type's name stands for in the project: the right side of its alias, or the call of its interface. */
function aliasOf(type: TSESTree.TSTypeReference): Expected | null {
  if (type.typeName.type !== 'Identifier') return null;
  const variable = findVariable(type.typeName);
  const binding = variable && getVariableBinding(variable);
  if (binding?.kind === 'type') return declared(binding.node);
  if (binding?.kind !== 'import') return null;
  return importedAlias(binding.specifier, binding.imported, fileOf(type), 0);
}

function importedAlias(specifier: string, name: string, from: BackendFile, hops: number): Expected | null {
  const resolution = from.project.resolve(specifier, from.path);
  const file = resolution && 'file' in resolution ? from.project.open(resolution.file) : null;
  const exported = file && exportsOf(file).names.get(name);
  if (!exported || hops > MAX_HOPS) return null;
  if ('from' in exported) return importedAlias(exported.from, exported.name, file, hops + 1);
  if (exported.node.type !== 'Identifier') return null;
  const variable = findVariable(exported.node);
  const binding = variable && getVariableBinding(variable);
  return binding?.kind === 'type' ? declared(binding.node) : null;
}

function declared(node: TSESTree.TSInterfaceDeclaration | TSESTree.TSTypeAliasDeclaration): Expected | null {
  if (node.type === 'TSTypeAliasDeclaration') return { type: node.typeAnnotation };
  for (const member of node.body.body)
    if (member.type === 'TSCallSignatureDeclaration') return { params: member.params };
  return null;
}

/**
 * A member that the type argument of its owner's making gives: `c.env` of `new Hono<{ Bindings: Env }>()`, in a handler
 * of that application. `member` is the name in the type argument (`Bindings`), or `<0>` for the argument itself: `ctx`
 * of `initTRPC.context<typeof createContext>()`.
 */
export function denoteGeneric(owner: Instance, member: string): Entity | null {
  for (let node: Node | null = owner.at, hops = 0; node && hops < MAX_HOPS; hops++) {
    const own: TSESTree.TypeNode | undefined =
      node.type === 'CallExpression' || node.type === 'NewExpression' ? node.typeArguments?.params[0] : undefined;
    const shape: Entity | null = own ? denoteType(own) : null;
    if (shape && member === '<0>') return shape.kind === 'function' ? resultOfFunction(shape.node) : shape;
    const found = shape?.kind === 'shape' ? findDeclaredMember(shape.node, member) : null;
    if (found?.type === 'TSPropertySignature' && found.typeAnnotation)
      return denoteType(found.typeAnnotation.typeAnnotation);
    node = madeBefore(node);
  }
  return null;
}

/** The making of what a call or member is taken from. */
function madeBefore(node: Node): Node | null {
  const member = node.type === 'CallExpression' ? node.callee : node;
  if (member.type !== 'MemberExpression') return null;
  const holder = member.object;
  if (holder.type === 'CallExpression' && holder.typeArguments) return holder;
  const receiver = denote(holder);
  return receiver?.kind === 'instance' && receiver.at !== node ? receiver.at : null;
}

/** A member that the project adds to a library's value: `app.decorate('db', db)` somewhere in the same package. */
export function denoteDecoration(method: string, name: string, at: Node): Entity | null {
  const file = fileOf(at);
  const dir = file.project.findPackage(file.path)?.dir;
  for (const path of file.project.filesMentioning(file.path, `${method}('${name}'`)) {
    if (dir !== undefined && !path.startsWith(dir)) continue;
    const other = path === file.path ? file : file.project.open(path);
    for (const call of other?.index.calls.get(method) ?? []) {
      const first = call.arguments[0];
      if (first?.type !== 'Literal' || first.value !== name) continue;
      const value = argumentAt(call, '1');
      const entity = typeof value === 'string' ? null : denote(value);
      if (entity) return entity;
    }
  }
  return null;
}

/** `c.get('db')`: what the application says of `c.var.db`, or what `c.set('db', …)` puts there. */
export function denoteKeyed(
  { owner }: Extract<Entity, { kind: 'method' }>,
  holder: string,
  call: TSESTree.CallExpression,
): Entity | null {
  const key = call.arguments[0] && literalText(call.arguments[0]);
  if (typeof key !== 'string' || !owner) return null;
  const held = findMember(owner, holder, call);
  return (held && findMember(held, key, call)) ?? denoteDecoration('set', key, call);
}

/** What a constructor without types is given where the project makes the class: `new UserService(new UserStore(knex))`. */
export function denoteConstructed({ parent }: FunctionNode, index: number): Entity | null {
  if (parent.type !== 'MethodDefinition' || parent.kind !== 'constructor') return null;
  for (const made of allConstructions(parent.parent.parent)) {
    const argument = made.arguments[index];
    const entity = argument && argument.type !== 'SpreadElement' ? denote(argument) : null;
    if (entity) return entity;
  }
  return null;
}
