import { splitWords } from '../../libraries/secrets/words.js';
import { fileOf, type BackendFile } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  hasBody,
  isFunction,
  keyName,
  memberName,
  receiverOf,
  unwrap,
  unwrapAwait,
} from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { allWrites, findVariable, getBinding } from '../bindings.js';
import { denote, findCalled } from '../entities.js';
import { namesOf } from '../secret-paths.js';
import { functionName } from './functions.js';
import { credentialWord } from './names.js';

/** A value that must not be guessed, made of something that can be. */
export interface PredictableValue {
  /** What can be guessed: `Math.random()`, `Date.now()`, `counter++`; or the call of another file's function that rests on it. */
  readonly source: Node;
  readonly how: 'random' | 'time' | 'counter';
  /** The whole value. */
  readonly value: Node;
  /** What it is given to: `resetToken`, `generateOtp`. */
  readonly name: string;
}

/** Every such value of a file, once for each source. */
export const predictableValuesOf = (file: BackendFile): readonly PredictableValue[] => file.memo(findPredictable);

function findPredictable(file: BackendFile): PredictableValue[] {
  const found: PredictableValue[] = [];
  const seen = new Set<Node>();
  for (const { value, name } of allSinks(file)) {
    const sources = sourcesOf(value);
    const [first] = sources.filter(({ node }) => fileOf(node) === file);
    if (!first || sources.some(({ how }) => how === 'secure') || first.how === 'secure' || seen.has(first.node))
      continue;
    seen.add(first.node);
    found.push({ source: first.node, how: first.how, value, name });
  }
  return found;
}

interface Sink {
  readonly value: Node;
  readonly name: string;
}

/** Values that are given to a credential's name, and what functions named for making one give back. */
function allSinks(file: BackendFile): Sink[] {
  const sinks: Sink[] = [];
  const add = (value: Node | null | undefined, name: string | null | undefined): void => {
    if (value && name != null && mustNotBeGuessed(name, file)) sinks.push({ value, name });
  };
  for (const fn of file.index.functions) {
    const name = functionName(fn);
    if (name === null || !hasBody(fn)) continue;
    const made = name.replace(/^_?(?:generate|gen|create|make|new|random|build|issue|get|next|mint)(?=[A-Z_])_?/, '');
    if (made !== name) for (const returned of allReturns(fn)) add(returned, made.replace(/^Random(?=[A-Z])/, ''));
  }
  for (const { id, init } of file.index.declarators) if (id.type === 'Identifier') add(init, id.name);
  for (const { left, right } of file.index.assignments) add(right, namesOf(left).at(-1));
  for (const object of file.index.objects)
    for (const property of object.properties)
      if (
        property.type === 'Property' &&
        !isIdMaker(property) &&
        !property.method &&
        property.value.type !== 'Identifier'
      )
        add(property.value, keyName(property.key, property.computed));
      else if (property.type === 'Property' && isFunction(property.value) && isIdMaker(property))
        for (const returned of allReturns(property.value)) sinks.push({ value: returned, name: 'sessionId' });
  for (const owner of file.index.classes)
    for (const member of owner.body.body)
      if (member.type === 'PropertyDefinition') add(member.value, keyName(member.key, member.computed));
  return sinks;
}

/** express-session's `genid`, @fastify/session's `idGenerator`. */
const isIdMaker = (property: TSESTree.Property): boolean =>
  /^(?:genid|idGenerator)$/.test(keyName(property.key, property.computed) ?? '');

/** Names of marks that only tell one run, request or lock from another, and of what is shown to nobody's harm. */
const HARMLESS =
  /^(?:lock|fence|fencing|cache|dedupe|correlation|trace|mock|test|fake|dummy|sample|example|placeholder|render|poll|loading|epoch|version|cancel|cancellation|abort|max|min|num|count|total|used|remaining|limit|input|output|prompt|queue|id|idempotency|client)$/;

function mustNotBeGuessed(name: string, file: BackendFile): boolean {
  const words = splitWords(name);
  if (words.slice(0, -1).some((word) => HARMLESS.test(word)) && !words.includes('secret')) return false;
  if (/expir|ttl|timeout|length|time$|at$|date|count|age$|index/i.test(words.at(-1) ?? '')) return false;
  const [last, before] = [words.at(-1), words.at(-2)];
  if ((last === 'id' && before === 'session') || name === 'sid')
    return /cookie|log.?in|passw|authenticat|session.?store|\buser_?id\b/i.test(file.text);
  if (last === 'code' && (before === 'invite' || before === 'invitation' || before === 'access')) return true;
  if (last === 'code' && before === undefined)
    return /otp|verif|2fa|two.?factor/i.test(file.path + file.text.slice(0, 4000));
  if ((last === 'link' && before === 'magic') || (last === 'token' && /^[cx]srf$/.test(before ?? ''))) return true;
  // What ties an OAuth answer to its request.
  if (/^(?:state|verifier|handle)$/.test(last ?? ''))
    return /oauth|openid|oidc|pkce|state.?store|code_challenge/i.test(file.path + file.text);
  if (last === 'nonce') return /openid|oidc|id_token|content-security-policy/i.test(file.text);
  const kind = credentialWord(name);
  return kind !== null && kind !== 'signature';
}

interface Source {
  readonly node: Node;
  readonly how: PredictableValue['how'] | 'secure';
}

/** Calls that give their arguments, or what they are called on, in another form. */
const CARRIES =
  /^(?:floor|round|ceil|trunc|abs|max|min|pow|String|Number|parseInt|parseFloat|BigInt|toString|toFixed|slice|substring|substr|padStart|padEnd|replace|replaceAll|toUpperCase|toLowerCase|join|concat|charAt|at|split|map|from|fill|keys|repeat|btoa|encode|digest|update|createHash|md5|sha1|sha256|sha512|MD5|SHA1|SHA256|Array|trim|reverse|toISOString|valueOf|getTime|stringify|reduce|fromCharCode|sort|hash|apply|call)$/;
const SECURE =
  /^(?:randomBytes|randomUUID|randomInt|getRandomValues|nanoid|uuid|uuidv4|v4|v7|uuid4|uuidv7|cuid|createId|ulid|customAlphabet|generateSecret|randomFill|randomFillSync|generateKeySync|createHmac|sign|signAsync|encrypt|randomString|cryptoRandomString|generateRandomString|genSalt|genSaltSync)$/;

const MAX_HOPS = 14;

/** What an expression is made of, as far as chance goes. */
function sourcesOf(node: Node, hops = 0, seen: ReadonlySet<FunctionNode> = new Set()): Source[] {
  if (hops > MAX_HOPS) return [];
  const value = unwrapAwait(node);
  const inner = (each: Node | null | undefined): Source[] => (each ? sourcesOf(each, hops + 1, seen) : []);
  switch (value.type) {
    case 'CallExpression':
      return ofCall(value, hops, seen);
    case 'NewExpression':
      return value.callee.type === 'Identifier' && value.callee.name === 'Date' && value.arguments.length === 0
        ? [{ node: value, how: 'time' }]
        : [];
    case 'UpdateExpression':
      return [{ node: value, how: 'counter' }];
    case 'BinaryExpression':
      return /^[+\-*/%|&^]|<<|>>/.test(value.operator) ? [...inner(value.left), ...inner(value.right)] : [];
    case 'TemplateLiteral':
      return value.expressions.flatMap(inner);
    case 'LogicalExpression':
      return value.operator === '&&' ? inner(value.right) : [...inner(value.left), ...inner(value.right)];
    case 'ConditionalExpression':
      return [...inner(value.consequent), ...inner(value.alternate)];
    case 'MemberExpression':
      // `chars[Math.floor(Math.random() * chars.length)]`
      return value.computed ? inner(value.property) : [];
    case 'ArrayExpression':
      return value.elements.flatMap((each) => (each?.type === 'SpreadElement' ? inner(each.argument) : inner(each)));
    case 'ArrowFunctionExpression':
    case 'FunctionExpression':
      return allReturns(value).flatMap(inner);
    case 'Identifier':
      return ofName(value, hops, seen);
    default:
      return [];
  }
}

function ofName(id: TSESTree.Identifier, hops: number, seen: ReadonlySet<FunctionNode>): Source[] {
  const binding = getBinding(id);
  if (binding.kind !== 'value' || binding.path.length > 0) return [];
  const variable = findVariable(id);
  const pushed = (variable?.references ?? []).flatMap(({ identifier }) => {
    const member = (identifier as Node).parent;
    const call = member?.parent;
    return member?.type === 'MemberExpression' &&
      call?.type === 'CallExpression' &&
      call.callee === member &&
      memberName(member) === 'push'
      ? call.arguments
      : [];
  });
  return [...allWrites(binding.variable), ...pushed].flatMap((each) =>
    each.type === 'SpreadElement' ? [] : sourcesOf(each, hops + 1, seen),
  );
}

function ofCall(call: TSESTree.CallExpression, hops: number, seen: ReadonlySet<FunctionNode>): Source[] {
  const name = calleeName(call) ?? '';
  const receiver = receiverOf(call);
  const owner = receiver && unwrap(receiver);
  if (owner?.type === 'Identifier' && owner.name === 'Math' && name === 'random')
    return [{ node: call, how: 'random' }];
  if (owner?.type === 'Identifier' && /^(?:Date|performance)$/.test(owner.name) && name === 'now')
    return [{ node: call, how: 'time' }];
  if (owner?.type === 'Identifier' && owner.name === 'process' && name === 'hrtime')
    return [{ node: call, how: 'time' }];
  if (isLodashRandom(call)) return [{ node: call, how: 'random' }];
  if (isClockUuid(call)) return [{ node: call, how: 'time' }];
  const fn = findCalled(call);
  if (fn && !seen.has(fn)) return ofFunction(call, fn, hops, seen);
  if (SECURE.test(name)) return [{ node: call, how: 'secure' }];
  if (!CARRIES.test(name)) return [];
  return [
    ...(receiver ? sourcesOf(receiver, hops + 1, seen) : []),
    ...call.arguments.flatMap((each) => (each.type === 'SpreadElement' ? [] : sourcesOf(each, hops + 1, seen))),
  ];
}

/** What lodash takes from Math.random. */
function isLodashRandom(call: TSESTree.CallExpression): boolean {
  const entity = denote(call.callee);
  return (
    entity?.kind === 'export' &&
    /^lodash(?:-es)?(?:[./]|$)/.test(entity.module) &&
    /(?:^|[./])(?:random|sample|sampleSize|shuffle)$/.test([entity.module, ...entity.path].join('.'))
  );
}

/** Versions 1 and 6 of a UUID are the clock and the machine (RFC 9562 §5.1, §5.6). */
function isClockUuid(call: TSESTree.CallExpression): boolean {
  const entity = denote(call.callee);
  return entity?.kind === 'export' && entity.module === 'uuid' && /^v[16]$/.test(entity.path.at(-1) ?? '');
}

/** What a function of the project rests on: reported inside it where it stands in this file, else at the call. */
function ofFunction(
  call: TSESTree.CallExpression,
  fn: FunctionNode,
  hops: number,
  seen: ReadonlySet<FunctionNode>,
): Source[] {
  if (!hasBody(fn)) return [];
  const sources = allReturns(fn).flatMap((each) => sourcesOf(each, hops + 1, new Set([...seen, fn])));
  if (fileOf(fn) === fileOf(call)) return sources;
  // Named for a credential itself: its own file reports it.
  const own =
    functionName(fn)?.replace(/^(?:generate|gen|create|make|new|random|build|issue|get|next|mint)(?=[A-Z_])/, '') ?? '';
  if (mustNotBeGuessed(own, fileOf(fn))) return [];
  return sources.map(({ how }) => ({ node: call, how }));
}
