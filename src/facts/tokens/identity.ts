import { fileOf, isSamePlace } from '../../model/file.js';
import type { SecretIdentity } from '../../model/token.js';
import type { ClassNode, FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isFunction, keyName, memberName, unwrapAwait } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { allLocalCalls, getBinding } from '../bindings.js';
import { configurationOf, variableIn } from './configuration.js';
import { denote } from '../entities.js';
import { allCallers } from '../callers.js';
import { assignmentsOf, constructorOf } from '../members.js';
import { argumentAt, constantOf, follow } from '../values.js';

const UNKNOWN: SecretIdentity = { kind: 'unknown' };
const MAX_HOPS = 14;

/** Gives its argument again, in another form: the secret stays the same. */
const SAME = /^(?:encode|from|createSecretKey|String|trim|toString|Buffer|decode|Uint8Array|freeze|resolve)$/;
/** Reads or makes half of a key pair. */
const PAIR =
  /^(?:importPKCS8|importSPKI|importX509|createPrivateKey|createPublicKey|generateKeyPair|generateKeyPairSync|exportJWK)$/;
const KEY_SET =
  /^(?:createRemoteJWKSet|createLocalJWKSet|passportJwtSecret|expressJwtSecret|koaJwtSecret|hapiJwt2Key|hapiJwt2KeyAsync|buildGetJwks|JwksClient|jwksClient|getSigningKey|getPublicKey)$/;
/** `JWT_PRIVATE_KEY`, `publicKey.pem`: the name of half of a key pair. */
const PAIR_NAME =
  /(?:private|public|priv|pub|rsa|ecdsa|ed25519)[-_. ]?(?:key|pem)|\.(?:pem|crt|pub|p8)\b|(?:^|_)(?:PEM|JWKS?)(?:_|$)/i;

/**
 * What a secret is: through casts, encodings (`new TextEncoder().encode(x)`), variables, parameters with known callers,
 * class fields, config modules of other files, schemas over the environment, and `ConfigService`.
 */
export function identityOf(node: Node): SecretIdentity {
  const all = identitiesOf(node, 0);
  const known = all.filter(({ kind }) => kind !== 'unknown');
  const [first] = known;
  if (!first) return UNKNOWN;
  // A fallback (`process.env.X ?? 'dev'`) is no second secret; two variables are.
  const strong = known.filter(({ kind }) => kind !== 'literal');
  const candidates = strong.length > 0 ? strong : known;
  return candidates.every((each) => each === candidates[0] || isSameSecret(each, candidates[0]!))
    ? candidates[0]!
    : UNKNOWN;
}

/** Whether two identities are known and the same. */
export function isSameSecret(a: SecretIdentity, b: SecretIdentity): boolean {
  return a.kind === b.kind && a.kind !== 'unknown' && 'name' in a && 'name' in b && a.name === b.name;
}

function identitiesOf(node: Node, hops: number): SecretIdentity[] {
  if (hops > MAX_HOPS) return [UNKNOWN];
  const written = unwrapAwait(node);
  const variable = variableIn(written);
  if (variable !== null) return [named(variable)];
  const value = unwrapAwait(follow(written));
  if (value !== written) {
    const behind = variableIn(value);
    if (behind !== null) return [named(behind)];
  }
  switch (value.type) {
    case 'Literal':
      return typeof value.value === 'string' ? [literal(value.value)] : [UNKNOWN];
    case 'TemplateLiteral':
      return ofTemplate(value, hops);
    case 'ConditionalExpression':
      return [...identitiesOf(value.consequent, hops + 1), ...identitiesOf(value.alternate, hops + 1)];
    case 'LogicalExpression':
      return value.operator === '&&'
        ? identitiesOf(value.right, hops + 1)
        : [...identitiesOf(value.left, hops + 1), ...identitiesOf(value.right, hops + 1)];
    case 'FunctionDeclaration':
    case 'FunctionExpression':
    case 'ArrowFunctionExpression':
      return allReturns(value).flatMap((each) => identitiesOf(each, hops + 1));
    case 'Identifier':
      return ofName(value, hops);
    case 'MemberExpression':
      return ofMember(value, hops);
    case 'CallExpression':
    case 'NewExpression':
      return ofCall(value, hops);
    case 'ObjectExpression':
      return ofJwk(value, hops);
    default: {
      const text = constantOf(value);
      return typeof text === 'string' ? [literal(text)] : [UNKNOWN];
    }
  }
}

const named = (name: string): SecretIdentity =>
  PAIR_NAME.test(name) ? { kind: 'key-pair', name } : { kind: 'environment', name };

const literal = (text: string): SecretIdentity =>
  /-----BEGIN /.test(text) ? { kind: 'key-pair', name: null } : text === '' ? UNKNOWN : { kind: 'literal', name: text };

/** `` `${secret}` `` is the secret; a text with more in it is another one, named by all of its parts. */
function ofTemplate(node: TSESTree.TemplateLiteral, hops: number): SecretIdentity[] {
  const text = constantOf(node);
  if (typeof text === 'string') return [literal(text)];
  const [only] = node.expressions;
  if (node.expressions.length === 1 && only && node.quasis.every(({ value }) => value.raw === ''))
    return identitiesOf(only, hops + 1);
  return [UNKNOWN];
}

function ofName(id: TSESTree.Identifier, hops: number): SecretIdentity[] {
  const binding = getBinding(id);
  if (binding.kind === 'parameter') {
    const own = binding.fallback ?? defaultOf(binding.fn, binding.index);
    const given = binding.path.length > 0 ? [] : givenTo(binding.fn, binding.index);
    const values = [...(own ? [own] : []), ...given];
    return values.length === 0 ? [UNKNOWN] : values.flatMap((value) => identitiesOf(value, hops + 1));
  }
  if (binding.kind === 'value') {
    const writes = binding.constant && binding.init ? [binding.init] : [];
    for (const reference of binding.variable.references)
      if (writes.length < 4 && reference.isWrite() && reference.writeExpr && binding.path.length === 0)
        writes.push(reference.writeExpr as TSESTree.Expression);
    const [first] = writes;
    if (!first || first === id) return binding.fallback ? identitiesOf(binding.fallback, hops + 1) : [UNKNOWN];
    if (binding.path.length > 0) {
      // `const { privateKey } = generateKeyPairSync('rsa')`.
      const source = unwrapAwait(first);
      return source.type === 'CallExpression' && PAIR.test(calleeName(source) ?? '')
        ? [{ kind: 'key-pair', name: null }]
        : [UNKNOWN];
    }
    return writes.flatMap((write) => identitiesOf(write, hops + 1));
  }
  return [UNKNOWN];
}

function defaultOf(fn: FunctionNode, index: number): Node | null {
  const parameter = fn.params[index];
  const target = parameter?.type === 'TSParameterProperty' ? parameter.parameter : parameter;
  return target?.type === 'AssignmentPattern' ? target.right : null;
}

/** What callers give for a parameter, in other files too. */
function givenTo(fn: FunctionNode, index: number): Node[] {
  const owner =
    fn.parent.type === 'MethodDefinition' && fn.parent.kind === 'constructor' ? fn.parent.parent.parent : null;
  return (owner ? constructionsOf(owner) : (allCallers(fn) ?? allLocalCalls(fn) ?? [])).flatMap((call) => {
    const argument = call.arguments[index];
    return argument && argument.type !== 'SpreadElement' ? [argument] : [];
  });
}

/** Files that are looked into for constructions of a class. */
const MAX_IMPORTERS = 12;

function constructionsOf(owner: ClassNode): TSESTree.NewExpression[] {
  const own = fileOf(owner);
  const importers = own.project.importersOf(own.path);
  if (importers.length > MAX_IMPORTERS) return [];
  return [own, ...importers.flatMap((path) => own.project.open(path) ?? [])]
    .filter(({ kind }) => kind === 'source' || kind === 'config')
    .flatMap(({ index }) =>
      index.news.filter((made) => {
        const entity = denote(made.callee);
        return entity?.kind === 'class' && isSamePlace(entity.node, owner);
      }),
    );
}

function ofMember(node: TSESTree.MemberExpression, hops: number): SecretIdentity[] {
  const name = memberName(node);
  if (name === null) return [UNKNOWN];
  const key = configurationOf(node);
  if (key) return 'node' in key ? identitiesOf(key.node, hops + 1) : [key.identity];
  const owner = denote(node.object);
  if (owner?.kind === 'class' || owner?.kind === 'object') {
    const assigned = assignmentsOf(owner.node).get(name) ?? [];
    if (assigned.length > 0) return assigned.flatMap((each) => identitiesOf(each, hops + 1));
    for (const member of owner.node.body.body)
      if (member.type === 'MethodDefinition' && member.kind === 'get' && keyName(member.key, member.computed) === name)
        return isFunction(member.value)
          ? allReturns(member.value).flatMap((each) => identitiesOf(each, hops + 1))
          : [UNKNOWN];
    const built = constructorOf(owner.node);
    const index = built?.params.findIndex(
      (each) => each.type === 'TSParameterProperty' && nameOfParameter(each) === name,
    );
    if (built && index !== undefined && index >= 0) {
      const own = defaultOf(built, index);
      const given = [...(own ? [own] : []), ...givenTo(built, index)];
      if (given.length > 0) return given.flatMap((each) => identitiesOf(each, hops + 1));
    }
  }
  const inside = alongMembers(node);
  if (inside && inside !== node) return identitiesOf(inside, hops + 1);
  // The last word is the name itself: `env.JWT_SECRET` of an object that nothing more is known of.
  return /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/.test(name) ? [named(name)] : [UNKNOWN];
}

/** `config.auth.secret` of a literal behind `Object.freeze` and the like. */
function alongMembers(node: TSESTree.MemberExpression): Node | null {
  const names: string[] = [];
  let root: Node = node;
  while (root.type === 'MemberExpression') {
    const name = memberName(root);
    if (name === null) return null;
    names.unshift(name);
    root = unwrapAwait(root.object);
  }
  const found = argumentAt({ arguments: [root as TSESTree.Expression] }, ['0', ...names].join('.'));
  return typeof found === 'string' ? null : found;
}

function nameOfParameter(node: TSESTree.TSParameterProperty): string {
  const target = node.parameter.type === 'AssignmentPattern' ? node.parameter.left : node.parameter;
  return target.name;
}

function ofCall(node: TSESTree.CallExpression | TSESTree.NewExpression, hops: number): SecretIdentity[] {
  const name = calleeName(node) ?? '';
  const first = node.arguments[0];
  if (KEY_SET.test(name)) return [{ kind: 'key-set' }];
  if (PAIR.test(name)) {
    const [inner] = first && first.type !== 'SpreadElement' ? identitiesOf(first, hops + 1) : [];
    return [{ kind: 'key-pair', name: inner && 'name' in inner && inner.kind !== 'literal' ? inner.name : null }];
  }
  if (/^readFile(?:Sync)?$/.test(name) && first) {
    const path = constantOf(first);
    if (typeof path !== 'string') return [UNKNOWN];
    return PAIR_NAME.test(path) ? [{ kind: 'key-pair', name: null }] : [{ kind: 'file', name: path }];
  }
  if (name === 'importJWK' && first && first.type !== 'SpreadElement') return ofJwkArgument(first, hops);
  const key = node.type === 'CallExpression' ? configurationOf(node) : null;
  if (key) return 'node' in key ? identitiesOf(key.node, hops + 1) : [key.identity];
  const called = node.type === 'CallExpression' ? denote(node.callee) : null;
  if (called?.kind === 'function' && node.type === 'CallExpression') return ofFunction(called.node, node, hops);
  if (SAME.test(name)) {
    // `secret.trim()`, or `Buffer.from(secret)`.
    const callee = node.callee.type === 'MemberExpression' ? node.callee.object : null;
    const argument = /^(?:trim|toString)$/.test(name) ? callee : first;
    return argument && argument.type !== 'SpreadElement' ? identitiesOf(argument, hops + 1) : [UNKNOWN];
  }
  return [UNKNOWN];
}

/** What a function of the project gives; `requireEnv('X')` is the variable that its argument names. */
function ofFunction(fn: FunctionNode, call: TSESTree.CallExpression, hops: number): SecretIdentity[] {
  return allReturns(fn).flatMap((returned): SecretIdentity[] => {
    const name = variableIn(unwrapAwait(follow(returned)), { fn, call });
    if (name !== null) return [named(name)];
    const value = unwrapAwait(follow(returned));
    if (value.type === 'Identifier') {
      const binding = getBinding(value);
      if (binding.kind === 'parameter' && binding.fn === fn) {
        const given = argumentAt(call, String(binding.index));
        return typeof given === 'string' ? [UNKNOWN] : identitiesOf(given, hops + 1);
      }
    }
    if (value.type === 'LogicalExpression' || value.type === 'ConditionalExpression') {
      const left = value.type === 'LogicalExpression' ? value.left : value.consequent;
      const inner = variableIn(unwrapAwait(follow(left)), { fn, call });
      if (inner !== null) return [named(inner)];
    }
    return identitiesOf(returned, hops + 1);
  });
}

/** `{ kty: 'oct', k: secret }` is a secret; any other JWK half of a pair. */
function ofJwk(node: TSESTree.ObjectExpression, hops: number): SecretIdentity[] {
  const at = (name: string): Node | null => {
    const found = argumentAt({ arguments: [node] }, `0.${name}`);
    return typeof found === 'string' ? null : found;
  };
  const type = at('kty');
  const key = at('k') ?? at('key');
  if (key) return identitiesOf(key, hops + 1);
  return type || at('private') || at('public') ? [{ kind: 'key-pair', name: null }] : [UNKNOWN];
}

function ofJwkArgument(node: Node, hops: number): SecretIdentity[] {
  const value = unwrapAwait(follow(node));
  return value.type === 'ObjectExpression' ? ofJwk(value, hops) : [{ kind: 'key-pair', name: null }];
}
