import { libraries } from '../../libraries/index.js';
import { namesWith } from '../../libraries/registry.js';
import type { Entity } from '../../model/entity.js';
import type { BackendFile } from '../../model/file.js';
import type { JwtRow, Library } from '../../model/library.js';
import type { Proof } from '../../model/proof.js';
import type { ClassNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isClass, keyName, memberName, unwrap, unwrapAwait } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { getBinding } from '../bindings.js';
import { configurationOf } from './configuration.js';
import { denote, findRow, libraryOf, proofOf, rowOf } from '../entities.js';
import { argumentAt, follow } from '../values.js';

/** A call that a token library's row speaks of, before its arguments are read. */
export interface TokenCall {
  readonly node: TSESTree.CallExpression | TSESTree.NewExpression;
  readonly row: JwtRow;
  readonly library: Library;
  /** What the row's positions count from. */
  readonly arguments: readonly TSESTree.CallExpressionArgument[];
  /** The namespace that the call names: `svc` of `request.svcJwtVerify()` and `app.jwt.svc.sign()`. */
  readonly namespace: string;
  readonly proof: Proof;
}

const decorating = (): readonly Library[] => libraries.filter(({ decorates }) => decorates);

/** Every call of a token library in a file, in source order. */
export function tokenCallsIn(file: BackendFile): TokenCall[] {
  if (!/jwt|jose|jsonwebtoken/i.test(file.text)) return [];
  const found: TokenCall[] = [];
  const names = namesWith('jwt');
  const seen = new Set<Node>();
  for (const [name, calls] of file.index.calls)
    for (const call of calls) {
      if (seen.has(call)) continue;
      seen.add(call);
      const token =
        call.callee.type === 'Super'
          ? superCall(call)
          : name === 'register'
            ? (pluginCall(call) ?? memberCall(call))
            : names.has(name) || unwrap(call.callee).type === 'Identifier' || name === ''
              ? memberCall(call)
              : null;
      if (token) found.push(token);
    }
  for (const node of file.index.news) {
    const token = fromConstruct(node, denote(node.callee));
    if (token) found.push(token);
  }
  found.push(...decoratedCalls(file, new Set(found.map(({ node }) => node))));
  return found.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

function memberCall(call: TSESTree.CallExpression): TokenCall | null {
  const entity = denoteCallee(call.callee);
  const row = rowOf(entity)?.jwt;
  const library = libraryOf(entity);
  if (!row || !library || row.plugin) return null;
  const given = row.factory ? fromFactory(call, row.factory) : call.arguments;
  return given && { node: call, row, library, arguments: given, namespace: '', proof: proofOf(entity) };
}

/** The function called, also as `promisify(jwt.verify)`. */
function denoteCallee(callee: Node): Entity | null {
  const direct = denote(callee);
  if (direct) return direct;
  const value = unwrap(callee);
  const made = value.type === 'Identifier' ? follow(value) : value;
  if (made.type !== 'CallExpression' || !/^(?:promisify|promisifyAll|bind)$/.test(calleeName(made) ?? '')) return null;
  const inner = calleeName(made) === 'bind' ? null : made.arguments[0];
  return inner && inner.type !== 'SpreadElement' ? denote(inner) : null;
}

/** `app.register(fastifyJwt, { secret })`. */
function pluginCall(call: TSESTree.CallExpression): TokenCall | null {
  const [plugin, options] = call.arguments;
  if (!plugin || !options || plugin.type === 'SpreadElement') return null;
  const entity = denote(plugin);
  const row = rowOf(entity)?.jwt;
  const library = libraryOf(entity);
  if (!row?.plugin || !library) return null;
  const made = options.type === 'SpreadElement' ? null : returnedBy(options);
  const given = made ? [made] : call.arguments.slice(1);
  return { node: call, row, library, arguments: given, namespace: '', proof: proofOf(entity) };
}

function fromConstruct(
  node: TSESTree.NewExpression | TSESTree.CallExpression,
  entity: Entity | null,
): TokenCall | null {
  if (entity?.kind !== 'export') return null;
  const found = findRow(entity);
  const row = found?.row.construct?.jwt;
  if (!row) return null;
  return { node, row, library: found.library, arguments: node.arguments, namespace: '', proof: entity.proof };
}

/** `super({ secretOrKey })` in a class that extends a library's, directly or through `PassportStrategy(Strategy)`. */
function superCall(call: TSESTree.CallExpression): TokenCall | null {
  const owner = classRound(call);
  const base = owner?.superClass && unwrap(owner.superClass);
  if (!base) return null;
  const mixed = base.type === 'CallExpression' ? base.arguments[0] : base;
  return mixed && mixed.type !== 'SpreadElement' ? fromConstruct(call, denote(mixed)) : null;
}

function classRound(node: Node): ClassNode | null {
  for (let up = node.parent; up; up = up.parent) if (isClass(up)) return up;
  return null;
}

/** The object that options by factory come to: `{ useFactory: () => ({ … }) }`, `{ useClass }`, `config.asProvider()`. */
function fromFactory(
  call: TSESTree.CallExpression,
  positions: readonly string[],
): readonly TSESTree.CallExpressionArgument[] | null {
  for (const position of positions) {
    const given = argumentAt(call, position);
    if (typeof given === 'string') continue;
    const value = unwrap(follow(given));
    if (value.type === 'CallExpression' && calleeName(value) === 'asProvider') {
      const callee = unwrap(value.callee);
      const made = callee.type === 'MemberExpression' ? unwrap(follow(callee.object)) : null;
      const factory = made?.type === 'CallExpression' ? made.arguments[1] : undefined;
      const options = factory && factory.type !== 'SpreadElement' ? returnedBy(factory) : null;
      if (options) return [options];
      continue;
    }
    const entity = denote(given);
    if (entity?.kind === 'class') {
      const options = createdBy(entity.node);
      if (options) return [options];
    }
    const options = returnedBy(given);
    if (options) return [options];
  }
  return null;
}

function returnedBy(node: Node): TSESTree.Expression | null {
  const entity = denote(node);
  if (entity?.kind !== 'function') return null;
  const returns = allReturns(entity.node).map(optionsBehind);
  return returns.find((each) => follow(each).type === 'ObjectExpression') ?? returns[0] ?? null;
}

/** `config.get('jwt')`, `config.jwt`: the options that a configuration of another file holds. */
function optionsBehind(node: TSESTree.Expression): TSESTree.Expression {
  const value = unwrapAwait(node);
  if (value.type !== 'CallExpression' && value.type !== 'MemberExpression') return node;
  const configured = configurationOf(value);
  return configured && 'node' in configured ? (configured.node as TSESTree.Expression) : node;
}

/** What the `createJwtOptions` of a NestJS options factory gives. */
function createdBy(node: ClassNode): TSESTree.Expression | null {
  for (const member of node.body.body)
    if (
      member.type === 'MethodDefinition' &&
      keyName(member.key, member.computed) === 'createJwtOptions' &&
      member.value.type === 'FunctionExpression'
    )
      return returnedBy(member.value);
  return null;
}

/** Calls of what a plugin adds to another library's objects: `request.jwtVerify()`, `app.jwt.sign(payload)`. */
function decoratedCalls(file: BackendFile, known: ReadonlySet<Node>): TokenCall[] {
  const owner = file.project.findPackage(file.path);
  const found: TokenCall[] = [];
  for (const library of decorating()) {
    if (!owner || !library.modules.some((module) => owner.hasDependency(module))) continue;
    for (const [name, calls] of file.index.calls)
      for (const call of calls) {
        const match = known.has(call) ? null : decorated(call, name, library);
        if (match) found.push(match);
      }
  }
  return found;
}

function decorated(call: TSESTree.CallExpression, name: string, library: Library): TokenCall | null {
  if (!/^(?:sign|verify)$|jwt(?:Sign|Verify)$/i.test(name)) return null;
  const callee = unwrap(call.callee);
  if (callee.type !== 'MemberExpression' || denote(callee)) return null;
  const receiver = unwrap(callee.object);
  if (receiver.type === 'Identifier' && getBinding(receiver).kind === 'import') return null;
  const own = /^(?:(\w+)J|j)wt(Sign|Verify)$/.exec(name);
  const path = pathOf(receiver);
  const at = path.lastIndexOf('jwt');
  const key = own ? `jwt${own[2]!}` : at >= 0 && at >= path.length - 2 && at > 0 ? `jwt.${name}` : '';
  const row = library.decorates?.[key]?.jwt;
  if (!row) return null;
  const namespace = own ? (own[1] ?? '') : (path[at + 1] ?? '');
  return { node: call, row, library, arguments: call.arguments, namespace, proof: 'convention' };
}

/** The names of `app.jwt.svc`, outermost last. */
function pathOf(node: Node): string[] {
  const value = unwrap(node);
  if (value.type === 'MemberExpression') return [...pathOf(value.object), memberName(value) ?? '?'];
  return value.type === 'Identifier' ? [value.name] : ['?'];
}
