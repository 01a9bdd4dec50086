import { fileOf, type BackendFile } from '../../model/file.js';
import type { SecretIdentity } from '../../model/token.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, keyName, literalText, memberName, unwrap, unwrapAwait } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { getBinding } from '../bindings.js';
import { denote } from '../entities.js';
import { constructorOf } from '../members.js';
import { argumentAt, constantOf, follow, textOf } from '../values.js';
import { isWithin } from '../../syntax/file-names.js';

const VARIABLE = /^[A-Z][A-Z0-9_]*$/;

interface Substitution {
  readonly fn: FunctionNode;
  readonly call: TSESTree.CallExpression;
}

/**
 * The variable of the environment that an expression reads, or null: `process.env.X`, `Bun.env['X']`,
 * `import.meta.env.X`, `Deno.env.get('X')`, `const { X } = process.env`, a member of a schema's answer over the
 * environment (`z.object(…).parse(process.env).X`), and the same behind variables and other files.
 * @param within a call that says what the parameters of `fn` are, for `process.env[name]` inside a helper
 */
export function variableIn(node: Node, within?: Substitution): string | null {
  if (node.type === 'MemberExpression') {
    const name = memberName(node) ?? computedName(node, within);
    return name !== null && isEnvironment(node.object) ? name : null;
  }
  if (node.type === 'CallExpression') {
    const callee = unwrap(node.callee);
    if (callee.type !== 'MemberExpression' || memberName(callee) !== 'get' || !isEnvironment(callee.object))
      return null;
    return node.arguments[0] ? textOrArgument(node.arguments[0], within) : null;
  }
  if (node.type === 'Identifier') {
    const binding = getBinding(node);
    if (binding.kind !== 'value' || !binding.init || binding.path.length === 0) return null;
    const [name] = binding.path.slice(-1);
    return name !== undefined && name !== '...' && isEnvironmentAlong(binding.init, binding.path.slice(0, -1))
      ? name
      : null;
  }
  return null;
}

function computedName(node: TSESTree.MemberExpression, within?: Substitution): string | null {
  return node.computed ? textOrArgument(node.property, within) : null;
}

function textOrArgument(node: Node, within?: Substitution): string | null {
  const text = textOf(node);
  if (text !== null || !within) return text;
  const value = unwrap(node);
  if (value.type !== 'Identifier') return null;
  const binding = getBinding(value);
  if (binding.kind !== 'parameter' || binding.fn !== within.fn || binding.path.length > 0) return null;
  const given = argumentAt(within.call, String(binding.index));
  return typeof given === 'string' ? null : textOf(given);
}

/** Names under which validators hand back the checked object. */
const TRANSPARENT = new Set(['data', 'value', 'output', 'env']);

function isEnvironmentAlong(init: Node, path: readonly string[]): boolean {
  return path.every((name) => TRANSPARENT.has(name)) ? isEnvironment(init) : path.at(-1) === 'env';
}

/** Whether an expression is the environment, or what a schema makes of it. */
export function isEnvironment(node: Node, hops = 0): boolean {
  if (hops > 6) return false;
  const value = unwrapAwait(follow(node));
  if (value.type === 'MemberExpression') {
    const name = memberName(value);
    if (name === 'env') return isRuntime(value.object);
    return name !== null && TRANSPARENT.has(name) && isEnvironment(value.object, hops + 1);
  }
  if (value.type === 'Identifier') {
    const binding = getBinding(value);
    if (binding.kind === 'import' && /^(?:node:)?process$/.test(binding.specifier)) return binding.imported === 'env';
    if (binding.kind !== 'value' || !binding.init) return false;
    if (binding.path.length === 0) return value !== unwrap(binding.init) && isEnvironment(binding.init, hops + 1);
    return binding.path.every((name) => TRANSPARENT.has(name)) && isEnvironment(binding.init, hops + 1);
  }
  // A schema's answer: `cleanEnv(process.env, spec)`, `schema.parse(process.env)`, `createEnv({ runtimeEnv: process.env })`.
  if (value.type === 'CallExpression') return value.arguments.some((argument) => mentionsEnvironment(argument, hops));
  return false;
}

function mentionsEnvironment(argument: TSESTree.CallExpressionArgument, hops: number): boolean {
  if (argument.type === 'SpreadElement') return false;
  const value = unwrap(argument);
  if (value.type !== 'ObjectExpression') return isEnvironment(value, hops + 1);
  return value.properties.some((property) =>
    property.type === 'SpreadElement'
      ? isEnvironment(property.argument, hops + 1)
      : /env/i.test(keyName(property.key, property.computed) ?? '') &&
        (isEnvironment(property.value, hops + 1) || hasVariables(property.value)),
  );
}

/** `runtimeEnv: { JWT_SECRET: process.env.JWT_SECRET }`. */
function hasVariables(node: Node): boolean {
  const value = unwrap(node);
  return (
    value.type === 'ObjectExpression' &&
    value.properties.some((each) => each.type === 'Property' && variableIn(unwrap(each.value)) !== null)
  );
}

/** `process`, `Bun`, `import.meta`, `Deno`, and the context or platform of a Worker. */
function isRuntime(node: Node): boolean {
  const value = unwrap(node);
  if (value.type === 'MetaProperty') return true;
  if (value.type === 'MemberExpression')
    return /^(?:process|platform|context|cloudflare)$/.test(memberName(value) ?? '');
  if (value.type !== 'Identifier') return false;
  const binding = getBinding(value);
  if (binding.kind === 'import') return /^(?:node:)?process$/.test(binding.specifier);
  if (binding.kind === 'parameter') return /^(?:c|ctx|context|event|platform)$/.test(value.name);
  return binding.kind === 'global' && /^(?:process|Bun|Deno)$/.test(value.name);
}

/** What a read of a configuration is: the node that it stands for, or its key where that is all there is. */
export type Configured = { readonly node: Node } | { readonly identity: SecretIdentity };

const READERS = /^(?:get|getOrThrow|getString|getRequired|require|required|env|getEnv|requireEnv|useEnv|read)$/;

/**
 * A value read by its key: `configService.getOrThrow('JWT_SECRET')`, `config.get('auth.secret')` through `registerAs` and
 * convict, `config.secret` of an injected `ConfigType<typeof authConfig>`. Null for anything else.
 */
export function configurationOf(node: TSESTree.CallExpression | TSESTree.MemberExpression): Configured | null {
  if (node.type === 'MemberExpression') return ofConfigType(node);
  const first = node.arguments[0];
  if (!READERS.test(calleeName(node) ?? '') || !first || first.type === 'SpreadElement') return null;
  const key = constantOf(first);
  if (typeof key !== 'string' || key === '') return null;
  const callee = unwrap(node.callee);
  // A helper of the project is read itself: it may well name a variable of its own.
  if (callee.type !== 'MemberExpression' && denote(callee)?.kind === 'function') return null;
  if (VARIABLE.test(key)) return { identity: variableOf(key) };
  if (callee.type !== 'MemberExpression' || /^\/|\s/.test(key)) return null;
  const variable = ofConvict(callee.object, key);
  if (variable !== null) return { identity: variableOf(variable) };
  const found = ofNamespace(fileOf(node), key);
  return found ? { node: found } : { identity: { kind: 'configuration', name: key } };
}

const variableOf = (name: string): SecretIdentity =>
  /(?:PRIVATE|PUBLIC)_KEY|(?:^|_)PEM(?:_|$)/.test(name) ? { kind: 'key-pair', name } : { kind: 'environment', name };

/** `convict({ jwt: { secret: { env: 'JWT_SECRET' } } }).get('jwt.secret')`: the variable. */
function ofConvict(receiver: Node, key: string): string | null {
  const made = unwrap(follow(receiver));
  if (made.type !== 'CallExpression' || calleeName(made) !== 'convict') return null;
  const variable = argumentAt(made, `0.${key}.env`);
  return typeof variable === 'string' ? null : textOf(variable);
}

/** `registerAs('auth', () => ({ secret: process.env.AUTH_SECRET }))` for the key `auth.secret`. */
function ofNamespace(file: BackendFile, key: string): Node | null {
  const [namespace, ...path] = key.split('.');
  const owner = file.project.findPackage(file.path);
  if (namespace === undefined || !owner) return null;
  for (const path_ of file.project.filesMentioning(file.path, 'registerAs')) {
    if (!isWithin(path_, owner.dir)) continue;
    const other = path_ === file.path ? file : file.project.open(path_);
    for (const call of other?.index.calls.get('registerAs') ?? []) {
      const [name, factory] = call.arguments;
      if (name && factory && textOf(name) === namespace) {
        const found = inFactory(factory, path);
        if (found) return found;
      }
    }
  }
  // `ConfigModule.forRoot({ load: [() => ({ auth: { secret: process.env.X } })] })`.
  return path.length > 0 ? ofLoaded(file, owner.dir, [namespace, ...path]) : ofLoaded(file, owner.dir, [namespace]);
}

function ofLoaded(file: BackendFile, dir: string, path: readonly string[]): Node | null {
  for (const path_ of file.project.filesMentioning(file.path, 'ConfigModule.forRoot')) {
    if (!path_.startsWith(dir)) continue;
    const other = path_ === file.path ? file : file.project.open(path_);
    for (const call of other?.index.calls.get('forRoot') ?? []) {
      const load = argumentAt(call, '0.load');
      const list = typeof load === 'string' ? null : follow(load);
      if (list?.type !== 'ArrayExpression') continue;
      for (const element of list.elements) {
        const found = element && element.type !== 'SpreadElement' ? inFactory(element, path) : null;
        if (found) return found;
      }
    }
  }
  return null;
}

/** A value in what a function of configuration gives back. */
function inFactory(factory: Node, path: readonly string[]): Node | null {
  const entity = denote(factory);
  if (entity?.kind !== 'function') return null;
  for (const returned of allReturns(entity.node)) {
    const found = argumentAt({ arguments: [returned] }, ['0', ...path].join('.'));
    if (typeof found !== 'string') return found;
  }
  return null;
}

/** `@Inject(authConfig.KEY) private config: ConfigType<typeof authConfig>`, then `this.config.secret`. */
function ofConfigType(node: TSESTree.MemberExpression): Configured | null {
  const path: string[] = [];
  let object: Node = node;
  while (object.type === 'MemberExpression') {
    const annotation = annotationOf(object);
    if (annotation) return ofAnnotation(annotation, path);
    const name = memberName(object);
    if (name === null) return null;
    path.unshift(name);
    object = unwrap(object.object);
  }
  const annotation = object.type === 'Identifier' ? annotationOf(object) : null;
  return annotation ? ofAnnotation(annotation, path) : null;
}

function ofAnnotation(type: TSESTree.TypeNode, path: readonly string[]): Configured | null {
  if (type.type !== 'TSTypeReference' || type.typeName.type !== 'Identifier') return null;
  if (type.typeName.name !== 'ConfigType') return null;
  const query = type.typeArguments?.params[0];
  if (query?.type !== 'TSTypeQuery' || query.exprName.type !== 'Identifier') return null;
  const made = unwrap(follow(query.exprName));
  if (made.type !== 'CallExpression' || calleeName(made) !== 'registerAs' || !made.arguments[1]) return null;
  const found = inFactory(made.arguments[1], path);
  return found && { node: found };
}

/** The annotation of a parameter, or of the parameter property that `this.x` means. */
function annotationOf(node: TSESTree.Identifier | TSESTree.MemberExpression): TSESTree.TypeNode | null {
  if (node.type === 'Identifier') {
    const binding = getBinding(node);
    return binding.kind === 'parameter' && binding.path.length === 0 ? binding.annotation : null;
  }
  if (node.object.type !== 'ThisExpression') return null;
  const owner = denote(node.object);
  const name = memberName(node);
  if (owner?.kind !== 'object') return null;
  for (const parameter of constructorOf(owner.node)?.params ?? []) {
    if (parameter.type !== 'TSParameterProperty') continue;
    const target = parameter.parameter.type === 'AssignmentPattern' ? parameter.parameter.left : parameter.parameter;
    if (target.name === name) return target.typeAnnotation?.typeAnnotation ?? null;
  }
  return null;
}

/** The token in the code that names the variable, where the read stands right there: for writing another name. */
export function findVariableName(
  node: Node,
): { readonly node: Node; readonly name: string; readonly quoted: boolean } | null {
  const value = unwrap(node);
  if (value.type === 'MemberExpression') {
    const name = memberName(value);
    if (name === null || !VARIABLE.test(name)) return null;
    return { node: value.property, name, quoted: value.property.type !== 'Identifier' };
  }
  if (value.type !== 'CallExpression' || !READERS.test(calleeName(value) ?? '')) return null;
  const first = value.arguments[0];
  const name = first ? literalText(first) : null;
  return first && name !== null && VARIABLE.test(name) ? { node: first, name, quoted: true } : null;
}
