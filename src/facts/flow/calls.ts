import type { FieldPath, KindSet, Origin } from '../../model/flow.js';
import type { StepRow } from '../../model/rows/flow.js';
import { fileOf } from '../../model/file.js';
import type { RequestPart } from '../../model/library.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isFunction, keyName, memberName, receiverOf, unwrap } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { isClosedParse, schemaOf } from '../closed-schemas.js';
import { isClosedType } from '../closed-types.js';
import { denote, findRow, rowOf } from '../entities.js';
import { textOf } from '../values.js';
import { CLEANERS, METHODS, PARSERS, SCHEMA_NAME, WRAPPED } from './builtins.js';
import { replacedKinds } from './charset.js';
import { ALL, kinds, kindsOf, NONE, TEXT } from './kinds.js';
import { cleaned, inside, joined, NOTHING, stepped, through, validated, type Origins } from './origins.js';
import { traceResultOf } from './names.js';
import { buildersOf, calledBy, isOfObject } from './objects.js';
import { vettedKinds } from './predicates.js';
import { predicateKinds } from './predicates.js';
import { routeKinds } from './route-schemas.js';
import { schemaKinds } from './schemas.js';
import { partOfCall } from './sources.js';
import { trace } from './trace.js';

/** Where what a call gives comes from. */
export function traceCall(call: TSESTree.CallExpression, path: FieldPath): Origins {
  const part = partOfCall(call, path);
  if (part) {
    return requestOrigins(call, part.part, part.path, path);
  }
  const callee = denote(call.callee);
  if (callee?.kind === 'function') return traceFunction(call, callee.node, path);
  const row = rowOf(callee)?.flow;
  if (row) return traceStep(call, row, path);
  return traceUntyped(call, path);
}

/** Where what a construction gives comes from: `new URL(x)`. */
export function traceConstruction(node: TSESTree.NewExpression, path: FieldPath): Origins {
  const callee = denote(node.callee);
  const row = callee?.kind === 'export' ? findRow(callee)?.row.construct?.flow : undefined;
  return row ? traceStep(node, row, path) : NOTHING;
}

/** What a call reads from a request; `c.req.valid('query')` has passed the validator of its route. */
function requestOrigins(call: TSESTree.CallExpression, part: RequestPart, path: FieldPath, into: FieldPath): Origins {
  const schema = schemaOf(call);
  const isValid =
    schema !== null ||
    /^(?:valid|readValidatedBody|getValidatedQuery|getValidatedRouterParams)$/.test(calleeName(call) ?? '');
  const clean = schema ? schemaKinds(schema, into) : NONE;
  if (clean === ALL) return NOTHING;
  return cleaned(
    [{ source: { kind: 'request', part, node: call }, path, clean, validatedBy: isValid ? call : null, steps: [] }],
    routeKinds(call, part, path),
  );
}

const returned = new WeakMap<FunctionNode, Map<string, Origins>>();

/** What a function of the project gives back, once for all its calls; parameters stand for themselves. */
export function resultOrigins(fn: FunctionNode, path: FieldPath): Origins {
  let memo = returned.get(fn);
  if (!memo) returned.set(fn, (memo = new Map<string, Origins>()));
  const key = path.join('.');
  const before = memo.get(key);
  if (before) return before;
  memo.set(key, NOTHING);
  const origins = isClosedType(fn.returnType?.typeAnnotation)
    ? NOTHING
    : joined(allReturns(fn).map((each) => trace(each, path)));
  memo.set(key, origins);
  return origins;
}

/** What checks a signature, in a function that gives back what was signed. */
const SIGNED = /\btimingSafeEqual\b|\bverify\w*Signature\b|\bconstructEvent\b/;

function traceFunction(call: TSESTree.CallExpression, fn: FunctionNode, path: FieldPath): Origins {
  const inner = resultOrigins(fn, path);
  if (inner.length === 0) return NOTHING;
  const origins = joined(inner.map((origin) => substitute(origin, call, fn)));
  if (origins.length === 0) return origins;
  // Addresses in a payload whose signature was checked are the sender's, not any client's.
  return cleaned(origins, vettedKinds(call, fn) | (checksSignature(fn) ? kinds('url', 'redirect') : NONE));
}

const checksSignature = (fn: FunctionNode): boolean => {
  const { text } = fileOf(fn);
  return text.includes('erify') || text.includes('timingSafeEqual') || text.includes('constructEvent')
    ? SIGNED.test(text.slice(...fn.range))
    : false;
};

/** An origin in a function, as its call sees it. */
export function substitute(
  origin: Origin,
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  fn: FunctionNode,
): Origins {
  const { source } = origin;
  if (source.kind !== 'parameter') return [origin];
  if (source.fn === fn) return through(origin, argumentOrigins(call, fn, source.index, origin.path));
  return isOfObject(fn, origin) ? throughObject(origin, call) : [origin];
}

/** What a method takes out of its object: what the calls that made the object put there. */
function throughObject(origin: Origin, call: TSESTree.CallExpression | TSESTree.NewExpression): Origins {
  const { source } = origin;
  const makers = buildersOf(call);
  if (source.kind !== 'parameter' || makers.length === 0) return [origin];
  return joined(
    makers
      .filter((maker) => calledBy(maker) === source.fn)
      .map((maker) => through(origin, argumentOrigins(maker, source.fn, source.index, origin.path))),
  );
}

/** Where the argument for a parameter comes from. */
export function argumentOrigins(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  fn: FunctionNode,
  index: number,
  path: FieldPath,
): Origins {
  const parameter = fn.params[index];
  const spread = call.arguments.findIndex((argument) => argument.type === 'SpreadElement');
  if (spread >= 0 && spread <= index)
    return trace((call.arguments[spread] as TSESTree.SpreadElement).argument, ['*', ...path]);
  if (parameter?.type === 'RestElement')
    return joined(call.arguments.slice(index).map((argument) => trace(argument, inside(path))));
  const argument = call.arguments[index];
  return argument ? trace(argument, path) : NOTHING;
}

/** A step that a library declares. */
function traceStep(call: TSESTree.CallExpression | TSESTree.NewExpression, row: StepRow, path: FieldPath): Origins {
  const within = row.into === undefined ? path : path[0] === row.into || path[0] === '**' ? inside(path) : null;
  if (!within) return NOTHING;
  const own = row.text ? [] : within;
  const lists = row.from.map((position) => traceAt(call, position, own));
  const part = path[0] === undefined ? undefined : row.parts?.[path[0]];
  const freed = kindsOf(row.cleans) | (row.text ? TEXT : NONE) | kindsOf(part);
  const origins = cleaned(joined(lists), freed);
  return row.validates ? validated(origins, call) : stepped(origins, call);
}

/** What stands at a position of a call, and where it comes from. */
export function traceAt(
  call: TSESTree.CallExpression | TSESTree.NewExpression,
  position: string,
  path: FieldPath,
): Origins {
  if (position === 'this') {
    const receiver = call.type === 'CallExpression' ? receiverOf(call) : null;
    return receiver ? trace(receiver, path) : NOTHING;
  }
  if (position === '*') return joined(call.arguments.map((argument) => trace(argument, path)));
  const [first, ...names] = position.split('.');
  const index = Number(first) < 0 ? call.arguments.length + Number(first) : Number(first);
  const argument = call.arguments[index];
  return argument ? trace(argument, [...names, ...path]) : NOTHING;
}

function traceUntyped(call: TSESTree.CallExpression, path: FieldPath): Origins {
  const name = calleeName(call);
  if (name === null) return NOTHING;
  const receiver = receiverOf(call);
  for (const [names, freed] of CLEANERS)
    if (names.test(name) && call.arguments[0]) return cleaned(trace(call.arguments[0], path), kinds(...freed) | TEXT);
  if (!receiver) return NOTHING;
  const parsed = traceParse(call, name, receiver, path);
  if (parsed) return parsed;
  const root = unwrap(receiver);
  if (root.type === 'Identifier' && (root.name === 'Promise' || root.name === 'Object'))
    return traceStatic(call, root.name, name, path);
  return traceMethod(call, name, receiver, path);
}

/** `schema.parse(body)`, `v.parse(schema, body)`: what goes in comes out, and has passed a schema. */
function traceParse(call: TSESTree.CallExpression, name: string, receiver: Node, path: FieldPath): Origins | null {
  if (!PARSERS.test(name) || call.arguments.length === 0) return null;
  if (isClosedParse(call, { frame: new Map(), open: new Set() })) return NOTHING;
  const { text } = fileOf(call);
  const schema = schemaOf(call);
  const isSchema =
    schema !== null ||
    [receiver, ...call.arguments].some((each) => SCHEMA_NAME.test(text.slice(...each.range)) || isChain(each));
  if (!isSchema || /^(?:JSON|Date|url|querystring|qs)$/.test(text.slice(...receiver.range))) return null;
  const within =
    /^(?:safeParse|safeParseAsync|validate)$/.test(name) && path[0] !== undefined && WRAPPED.has(path[0])
      ? path.slice(1)
      : path;
  const freed = schema ? schemaKinds(schema, within) : NONE;
  return cleaned(validated(joined(call.arguments.map((argument) => trace(argument, within))), call), freed);
}

/** `z.object({…}).strict()`: a schema made on the spot. */
const isChain = (node: Node): boolean => {
  const value = unwrap(node);
  return (
    value.type === 'CallExpression' &&
    /^(?:object|strictObject|array|string|pick|partial|strict|record)$/.test(calleeName(value) ?? '')
  );
};

function traceStatic(call: TSESTree.CallExpression, owner: string, name: string, path: FieldPath): Origins {
  const [first] = call.arguments;
  if (!first) return NOTHING;
  const rest = inside(path);
  if (owner === 'Promise')
    return name === 'resolve' || /^(?:all|allSettled|race|any)$/.test(name) ? trace(first, path) : NOTHING;
  switch (name) {
    case 'keys':
      return trace(first, ['#']);
    case 'values':
      return trace(first, ['?', ...rest]);
    case 'entries':
      if (rest[0] === '0') return trace(first, ['#']);
      return trace(first, ['?', ...rest.slice(1)]);
    case 'assign':
    case 'freeze':
    case 'seal':
      return joined(call.arguments.map((argument) => trace(argument, path)));
    case 'fromEntries':
      return trace(first, ['*', path[0] === '#' ? '0' : '1', ...rest]);
    default:
      return NOTHING;
  }
}

function traceMethod(call: TSESTree.CallExpression, name: string, receiver: Node, path: FieldPath): Origins {
  const [first] = call.arguments;
  switch (METHODS.get(name)) {
    case 'own':
      return cleaned(trace(receiver, path), TEXT);
    case 'text':
      return traceReplacing(call, name, receiver, path);
    case 'same':
      return cleaned(trace(receiver, path), name === 'filter' && first ? keptKinds(first, path) : NONE);
    case 'element':
      return joined([trace(receiver, ['*', ...path]), name === 'at' ? trace(receiver, path) : NOTHING]);
    case 'join':
      return cleaned(trace(receiver, ['*']), TEXT);
    case 'split':
      return cleaned(trace(receiver, inside(path)), TEXT);
    case 'map':
      return first ? traceResultOf(first, name === 'map' ? inside(path) : path) : NOTHING;
    case 'then':
      return first ? traceResultOf(first, path) : NOTHING;
    case 'get': {
      const key = first && first.type !== 'SpreadElement' ? textOf(first) : null;
      return trace(receiver, [key ?? '?', ...path]);
    }
    case 'keys':
      return trace(receiver, ['#']);
    case 'values':
      return trace(receiver, ['?', ...inside(path)]);
    case 'entries':
      return path[1] === '0' ? trace(receiver, ['#']) : trace(receiver, ['?', ...path.slice(2)]);
    default:
      return NOTHING;
  }
}

/** What a filter's test says of the elements that it leaves: `keys.filter((key) => ALLOWED.includes(key))`. */
function keptKinds(test: Node, path: FieldPath): KindSet {
  const fn = isFunction(test) ? test : null;
  return fn && path.length === 1 && path[0] !== '#' ? predicateKinds(fn, 0, true) : NONE;
}

/** Texts made of two: what a replacement takes out is gone. */
function traceReplacing(call: TSESTree.CallExpression, name: string, receiver: Node, path: FieldPath): Origins {
  const [first, second] = call.arguments;
  if (name === 'concat') return joined([receiver, ...call.arguments].map((each) => trace(each, path)));
  if (!first || (name !== 'replace' && name !== 'replaceAll')) return trace(receiver, path);
  const replacement = second && !isFunction(second) ? textOf(second) : null;
  const freed = replacedKinds(first, replacement, name === 'replaceAll') | TEXT;
  return joined([cleaned(trace(receiver, path), freed), second && !isFunction(second) ? trace(second) : NOTHING]);
}

/** The name by which a function is known, for messages. */
export function nameOfFunction(fn: FunctionNode): string | null {
  if (fn.type !== 'ArrowFunctionExpression' && fn.id) return fn.id.name;
  const { parent } = fn;
  if (parent.type === 'VariableDeclarator' && parent.id.type === 'Identifier') return parent.id.name;
  if (parent.type === 'MethodDefinition' || parent.type === 'Property' || parent.type === 'PropertyDefinition')
    return keyName(parent.key, parent.computed);
  return parent.type === 'AssignmentExpression' && parent.left.type === 'MemberExpression'
    ? memberName(parent.left)
    : null;
}
