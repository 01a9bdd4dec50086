import { allLibrariesOf } from '../libraries/registry.js';
import type { Entity } from '../model/entity.js';
import type { BackendFile } from '../model/file.js';
import type { Library, MemberRow } from '../model/library.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { classOfThis, isFunction, keyName, literalText, memberName, outward, unwrap } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { denoteType } from './annotations.js';
import { findVariable, getBinding } from './bindings.js';
import { namesFor } from './scope.js';
import { denote, findInstance, findRow, libraryOf, rowOf } from './entities.js';
import { alternatives, propertyIn } from './values.js';

/** An expression in a place where a known library takes a secret. */
export interface SecretPosition {
  readonly value: Node;
  /** The property that holds it, or null for an argument. */
  readonly name: string | null;
  /** The library, or the service it is for: `express-session`, `github`. */
  readonly provider: string;
  /** The call, as its source says: `jwt.sign`. */
  readonly taker: string;
  /** The call itself, or the object that is annotated. */
  readonly at: Node;
}

type Call = TSESTree.CallExpression | TSESTree.NewExpression;

/** Every expression of the file in a secret's place. */
export function allSecretPositions(file: BackendFile): SecretPosition[] {
  return [
    ...candidateCalls(file).flatMap(positionsOfCall),
    ...file.index.news.filter(mayTakeSecret).flatMap(positionsOfNew),
    ...owned(file),
  ];
}

/** Calls whose name a library has for taking a secret, calls of imported functions, `super(…)`, `require('x')(…)`. */
function candidateCalls(file: BackendFile): TSESTree.CallExpression[] {
  const names = new Set([...namesFor(file, 'secrets'), 'register']);
  const calls: TSESTree.CallExpression[] = [];
  for (const [name, all] of file.index.calls)
    for (const call of all) {
      if (call.arguments.length === 0) continue;
      if (names.has(name) || call.callee.type === 'Super' || isImported(call.callee)) calls.push(call);
    }
  return calls;
}

/** A function of a described library, under whatever name it was imported. */
function isImported(callee: Node): boolean {
  const inner = unwrap(callee);
  if (inner.type === 'CallExpression') return inner.callee.type === 'Identifier' && inner.callee.name === 'require';
  if (inner.type !== 'Identifier') return false;
  const variable = findVariable(inner);
  if (!variable) return false;
  const binding = getBinding(inner);
  if (binding.kind === 'import') return allLibrariesOf(binding.specifier).length > 0;
  const init = binding.kind === 'value' && binding.init ? unwrap(binding.init) : null;
  return init?.type === 'CallExpression' && init.callee.type === 'Identifier' && init.callee.name === 'require';
}

/** Whether a constructed class can be a library's: a project's own class, imported from its file, takes no part in this. */
function mayTakeSecret({ callee }: TSESTree.NewExpression): boolean {
  const inner = unwrap(callee);
  const binding = inner.type === 'Identifier' ? getBinding(inner) : null;
  return binding?.kind !== 'import' || !/^[.~#]|^@\//.test(binding.specifier);
}

function positionsOfCall(call: TSESTree.CallExpression): SecretPosition[] {
  if (call.callee.type === 'Super') {
    const owner = classOfThis(call);
    const base = owner?.superClass ? denote(owner.superClass) : null;
    return positionsIn(call, constructionOf(base), base, nameOf(owner?.id ?? call));
  }
  const callee = denote(call.callee);
  const row = rowOf(callee);
  if (row?.secrets) return positionsIn(call, row, callee, nameOf(call.callee));
  // `app.register(plugin, options)`: the plugin is called with the instance in the place of its own name.
  const plugin = memberNameOf(call) === 'register' ? denote(call.arguments[0]!) : null;
  const registered = plugin && rowOf(plugin);
  return registered ? positionsIn(call, asRegistered(registered), plugin, nameOf(call.arguments[0]!)) : [];
}

function positionsOfNew(made: TSESTree.NewExpression): SecretPosition[] {
  const root = rootOf(made.callee);
  // Globals take no secrets when constructed.
  if (made.arguments.length === 0 || !root || !findVariable(root)) return [];
  const entity = denote(made.callee);
  return positionsIn(made, constructionOf(entity), entity, nameOf(made.callee));
}

/** Rows of token plugins count from their options, which `register` takes second. */
const asRegistered = (row: MemberRow): MemberRow =>
  row.jwt?.plugin ? { ...row, secrets: (row.secrets ?? []).map((at) => at.replace(/^0/, '1')) } : row;

/** What constructing an export does. */
const constructionOf = (entity: Entity | null): MemberRow | null =>
  (entity?.kind === 'export' ? findRow(entity)?.row.construct : null) ?? null;

function positionsIn(call: Call, row: MemberRow | null, entity: Entity | null, taker: string): SecretPosition[] {
  const library = libraryOf(entity);
  if (!library || !row?.secrets) return [];
  return row.secrets.flatMap((position) => {
    const name = position.includes('.') ? position.slice(position.lastIndexOf('.') + 1) : null;
    // What may be an address holds a secret only as credentials in it, which are seen wherever they stand.
    if (/^(?:data|cache)$/.test(library.kind) && (position === '0' || ADDRESS.test(name ?? ''))) return [];
    return allAt(call, position).map((value) => ({
      value,
      name,
      provider: library.kind === 'tokens' ? 'jwt' : (serviceOf(entity) ?? providerOf(library)),
      taker,
      at: call,
    }));
  });
}

/** Whose secret it is, in the word that its variable is named with. */
function providerOf({ name, kind }: Library): string {
  if (kind === 'data') return 'database';
  if (kind === 'cache') return 'redis';
  return name === 'nodemailer' ? 'smtp' : name;
}

const ADDRESS = /^(?:connection|connectionString|url|uri|dsn)$/i;

/** All expressions that may stand at a position, through variables, choices and functions that give the options. */
function allAt(call: Call, position: string): Node[] {
  const [first, ...names] = position.split('.');
  const index = Number(first);
  const given = call.arguments.slice(0, index + 1);
  if (given.length <= index || given.some((argument) => argument.type === 'SpreadElement')) return [];
  let nodes: Node[] = [given[index]!];
  for (const name of names) nodes = nodes.flatMap(allObjects).flatMap((object) => valueIn(object, name));
  return nodes;
}

function allObjects(node: Node): TSESTree.ObjectExpression[] {
  return alternatives(node).flatMap((value) => {
    if (value.type === 'ObjectExpression') return [value];
    return isFunction(value) ? allReturns(value).flatMap(allObjects) : [];
  });
}

function valueIn(object: TSESTree.ObjectExpression, name: string): Node[] {
  const value = propertyIn(object, name);
  return value === null || value === 'unknown' ? [] : [value];
}

/** Properties whose own value is a secret: `app.keys = […]`, `const options: SessionOptions = { password: … }`. */
function owned(file: BackendFile): SecretPosition[] {
  const found: SecretPosition[] = [];
  const names = namesFor(file, 'secrets');
  for (const { left, right, operator } of file.index.assignments) {
    const target = unwrap(left);
    const name = target.type === 'MemberExpression' && operator === '=' ? memberName(target) : null;
    if (target.type !== 'MemberExpression' || name === null || !names.has(name)) continue;
    const owner = denote(target.object);
    const row = findInstance(owner)?.type.findMember(name);
    if (row?.secrets?.includes('')) found.push(ownPosition(right, name, owner!, target));
  }
  for (const object of file.index.objects) {
    const secret = object.properties.find(
      (property) => property.type === 'Property' && names.has(keyName(property.key, property.computed) ?? ''),
    );
    const annotation = secret ? annotationOf(object) : null;
    const owner = annotation && denoteType(annotation);
    if (secret?.type !== 'Property' || owner?.kind !== 'instance') continue;
    const name = keyName(secret.key, secret.computed)!;
    if (owner.type.findMember(name)?.secrets?.includes('')) found.push(ownPosition(secret.value, name, owner, object));
  }
  return found;
}

function ownPosition(value: Node, name: string, owner: Entity, at: Node): SecretPosition {
  const provider = providerOf(libraryOf(owner)!);
  return { value, name, provider, taker: at.type === 'MemberExpression' ? nameOf(at) : name, at };
}

/** The type that an object literal is declared to have. */
function annotationOf(object: TSESTree.ObjectExpression): TSESTree.TypeNode | null {
  if (object.parent.type === 'TSSatisfiesExpression' || object.parent.type === 'TSAsExpression')
    return object.parent.typeAnnotation;
  const holder = outward(object);
  if (holder?.type === 'VariableDeclarator') return holder.id.typeAnnotation?.typeAnnotation ?? null;
  if (holder?.type === 'PropertyDefinition') return holder.typeAnnotation?.typeAnnotation ?? null;
  const fn = holder?.type === 'ReturnStatement' ? null : holder;
  return isFunction(fn) ? (fn.returnType?.typeAnnotation ?? null) : null;
}

/** What a module is for: `passport-github2` and `next-auth/providers/github` → github, `hono/cookie` → cookie. */
function serviceOf(entity: Entity | null): string | null {
  if (entity?.kind !== 'export') return null;
  const match =
    /^passport-(?!jwt|local|oauth|openid)([a-z]+)/.exec(entity.module) ??
    /\/providers\/([\w-]+)$|^(?:@fastify|hono)\/(?:secure-)?([\w-]+)$/.exec(entity.module);
  return match?.[1] ?? match?.[2] ?? null;
}

const memberNameOf = (call: TSESTree.CallExpression): string | null => {
  const callee = unwrap(call.callee);
  return callee.type === 'MemberExpression' ? memberName(callee) : null;
};

function rootOf(callee: Node): TSESTree.Identifier | null {
  let inner = unwrap(callee);
  while (inner.type === 'MemberExpression') inner = unwrap(inner.object);
  return inner.type === 'Identifier' ? inner : null;
}

/** A callee as a reader knows it: `jwt.sign`, `this.jwt.signAsync`. */
function nameOf(node: Node): string {
  const inner = unwrap(node);
  if (inner.type === 'Identifier') return inner.name;
  if (inner.type === 'ThisExpression') return 'this';
  if (inner.type === 'MemberExpression') return `${nameOf(inner.object)}.${memberName(inner) ?? '…'}`;
  return literalText(inner) ?? '…';
}
