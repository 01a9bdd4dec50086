import { fileOf, sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  decoratorsOf,
  enclosingFunction,
  literalText,
  memberName,
  receiverOf,
  unwrap,
  unwrapAwait,
} from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { allWrites, getBinding, type Binding } from '../bindings.js';
import { allCallers } from '../callers.js';
import { schemaOf } from '../closed-schemas.js';
import { denote, findCalled, rowOf } from '../entities.js';
import { routesOf } from '../routes.js';
import { follow, propertyIn } from '../values.js';
import {
  boundOfField,
  boundOfProperty,
  findField,
  findProperty,
  mentionsClamp,
  type FieldBound,
} from './schema-fields.js';
import { isCapped, namesIn, SAME } from './caps.js';
import { isPart, PARTS } from './request-parts.js';
import { schemasBefore } from './validation.js';

/** Where the number of rows of a query comes from. */
export type Origin =
  | { readonly from: 'bounded' }
  | { readonly from: 'unknown' }
  | {
      readonly from: 'request';
      /** The expression that reads the request. */
      readonly read: Node;
      /** The field of the schema, or property of the DTO, that lets it through; null where nothing looks at it. */
      readonly field: Node | null;
    };

const BOUNDED: Origin = { from: 'bounded' };
const UNKNOWN: Origin = { from: 'unknown' };
const MOST_HOPS = 24;

interface Frame {
  readonly hops: number;
  /** The calls by which the walk came into functions. */
  readonly calls: ReadonlyMap<FunctionNode, TSESTree.CallExpression>;
}

/** Where a page size comes from: a constant or a clamp (`bounded`), a client with nothing to stop it, or who knows. */
export const originOf = (node: Node, path: readonly string[] = []): Origin =>
  at(node, path, { hops: 0, calls: new Map() });

const CLAMPS =
  /clamp|^min$|bound(?:ed|Limit|To)|^cap|capped|safeLimit|normali[sz]e\w*(?:limit|page)|sanitize\w*(?:limit|page)/i;
const READERS = /^(?:get|query|param|header|queries|at|has|getAll)$/;

function at(given: Node, path: readonly string[], frame: Frame): Origin {
  if (frame.hops > MOST_HOPS) return UNKNOWN;
  const next: Frame = { ...frame, hops: frame.hops + 1 };
  const node = unwrapAwait(given);
  if (isCapped(node, path)) return BOUNDED;
  const read = readOfRequest(node, path);
  if (read) return read;
  const parsed = path.length > 0 || node.type === 'MemberExpression' ? parsedBySchema(node, path) : null;
  if (parsed) return parsed;
  switch (node.type) {
    case 'Literal':
    case 'TemplateLiteral':
      return path.length === 0 && !(node.type === 'TemplateLiteral' && node.expressions.length > 0) ? BOUNDED : UNKNOWN;
    case 'Identifier':
      return node.name === 'undefined' ? BOUNDED : ofBinding(getBinding(node), node, path, next);
    case 'MemberExpression': {
      const constant = follow(node);
      if (constant !== node && path.length === 0 && constant.type === 'Literal') return BOUNDED;
      const name = memberName(node);
      return name === null ? UNKNOWN : at(node.object, [name, ...path], next);
    }
    case 'ObjectExpression': {
      const [name, ...rest] = path;
      const property = name === undefined ? null : propertyIn(node, name);
      if (property && property !== 'unknown') return at(property, rest, next);
      for (const each of [...node.properties].reverse())
        if (each.type === 'SpreadElement') {
          const spread = at(each.argument, path, next);
          if (spread.from !== 'unknown') return spread;
        }
      return property === null ? BOUNDED : UNKNOWN;
    }
    case 'LogicalExpression':
      return node.operator === '&&'
        ? at(node.right, path, next)
        : either([at(node.left, path, next), at(node.right, path, next)]);
    case 'ConditionalExpression':
      return either([at(node.consequent, path, next), at(node.alternate, path, next)]);
    case 'UnaryExpression':
      return path.length === 0 && /^[-+~]$/.test(node.operator) ? at(node.argument, path, next) : UNKNOWN;
    case 'BinaryExpression':
      // `offset + 100` is as many rows from there.
      if (node.operator === '+' && namesIn(node.left).some((each) => /offset|skip|page|cursor|start|from/i.test(each)))
        return UNKNOWN;
      return path.length === 0 && /^(?:[-+*]|\||>>>?)$/.test(node.operator) && node.left.type !== 'PrivateIdentifier'
        ? either([at(node.left, path, next), at(node.right, path, next)])
        : UNKNOWN;
    case 'CallExpression':
      return ofCall(node, path, next);
    default:
      return UNKNOWN;
  }
}

/** A request behind any way is a request; all ways have to be bounded to be bounded. */
function either(all: readonly Origin[]): Origin {
  return (
    all.find(({ from }) => from === 'request') ?? (all.every(({ from }) => from === 'bounded') ? BOUNDED : UNKNOWN)
  );
}

function ofBinding(binding: Binding, node: TSESTree.Identifier, path: readonly string[], frame: Frame): Origin {
  switch (binding.kind) {
    case 'value': {
      const sources = binding.constant && binding.init ? [binding.init] : allWrites(binding.variable);
      if (sources.length === 0) return UNKNOWN;
      if (binding.path.includes('...') || binding.path.includes('?')) {
        const whole = binding.path.filter((step) => step !== '...');
        return binding.path.includes('?') || !binding.init ? UNKNOWN : at(binding.init, [...whole, ...path], frame);
      }
      return either(
        sources.map((source) =>
          at(source, source === binding.init || !binding.init ? [...binding.path, ...path] : path, frame),
        ),
      );
    }
    case 'parameter': {
      const isArgument = binding.index === 1 && binding.path.length + path.length === 1 && isResolver(binding.fn);
      return isArgument ? { from: 'request', read: node, field: null } : ofParameter(binding, path, frame);
    }
    case 'import': {
      const value = follow(node);
      return value === node ? UNKNOWN : value.type === 'Literal' ? BOUNDED : at(value, path, frame);
    }
    default:
      return UNKNOWN;
  }
}

function ofParameter(binding: Extract<Binding, { kind: 'parameter' }>, path: readonly string[], frame: Frame): Origin {
  const { fn, index } = binding;
  const steps = [...binding.path.filter((step) => step !== '...'), ...path];
  if (steps.includes('?')) return UNKNOWN;
  const call = frame.calls.get(fn);
  const calls = call ? [call] : (allCallers(fn) ?? []);
  const origins = calls.flatMap((each) => {
    const argument = each.arguments[index];
    if (!argument) return [BOUNDED];
    return argument.type === 'SpreadElement' ? [UNKNOWN] : [at(argument, steps, frame)];
  });
  return origins.length === 0 ? UNKNOWN : either(origins);
}

/** Whether a function answers a GraphQL field: its second parameter is what the client gave. */
const isResolver = (fn: FunctionNode): boolean =>
  routesOf(fileOf(fn)).some(({ handler, library }) => handler?.fn === fn && /^(?:graphql|pothos)$/.test(library.name));

function ofCall(call: TSESTree.CallExpression, path: readonly string[], frame: Frame): Origin {
  const name = calleeName(call) ?? '';
  const receiver = receiverOf(call);
  const arguments_ = call.arguments.filter((each): each is TSESTree.Expression => each.type !== 'SpreadElement');
  if (path.length === 0 && receiver?.type === 'Identifier' && receiver.name === 'Math' && name === 'max')
    return either(arguments_.map((each) => at(each, [], frame)));
  const fn = findCalled(call);
  if (fn) {
    const calls = new Map(frame.calls).set(fn, call);
    // Of what pages, the clamp is the size's: `{ take: Math.min(n, 100), skip: (page - 1) * take }`.
    if (mentionsClamp(fn) && !/^(?:skip|offset|page)$/i.test(path.at(-1) ?? '')) return BOUNDED;
    const returned = allReturns(fn);
    return returned.length === 0 ? UNKNOWN : either(returned.map((each) => at(each, path, { ...frame, calls })));
  }
  if (CLAMPS.test(name)) return BOUNDED;
  if (path.length === 0 && SAME.test(name)) {
    const first = arguments_[0] ?? receiver;
    return first ? at(first, [], frame) : UNKNOWN;
  }
  // `pick(req.query, ['limit', 'page'])`, `Object.assign({}, req.query)`
  if (
    path.length > 0 &&
    /^(?:pick|omit|omitBy|pickBy|assign|cloneDeep|clone|merge|plainToInstance|plainToClass)$/.test(name)
  ) {
    const first = /^plainTo/.test(name) ? dtoOf(arguments_[0], path) : null;
    if (first) return first;
    for (const each of [...arguments_].reverse()) {
      const origin = at(each, path, frame);
      if (origin.from === 'request') return origin;
    }
  }
  return UNKNOWN;
}

/** Whether `path` of an expression is read from a request; then with the schema that stands before it. */
function readOfRequest(node: Node, path: readonly string[]): Origin | null {
  const decorated = decoratedParameter(node);
  if (decorated) return ofDecorated(decorated, node, path);
  if (node.type === 'CallExpression') {
    // `c.req.query('limit')`, `url.searchParams.get('limit')`, `body.get('limit')`
    const key = node.arguments[0] ? literalText(node.arguments[0]) : null;
    const own = rowOf(denote(node.callee))?.request;
    // `c.req.query()` and `getQuery(event)` are all of it.
    if (own && path.length === 1 && isPart(node)) return ofRead(node, path[0]!);
    if (key === null || !READERS.test(calleeName(node) ?? '') || path.length > 0) return null;
    const holder = receiverOf(node);
    if (own ? !PARTS.has(own) : !(holder && isPart(holder))) return null;
    return ofRead(node, key);
  }
  const [name, ...rest] = path;
  if (name === undefined) {
    if (node.type !== 'MemberExpression') return null;
    const own = memberName(node);
    return own !== null && isPart(node.object) ? ofRead(node, own) : null;
  }
  if (rest.length === 0) return isPart(node) ? ofRead(node, name) : null;
  const entity = denote(node);
  const part = entity?.kind === 'instance' ? entity.type.findMember(name)?.request : undefined;
  return part && PARTS.has(part) ? ofRead(node, rest.at(-1)!) : null;
}

/** A read of `name`; what is declared of it before the handler decides. */
function ofRead(node: Node, name: string): Origin {
  const fn = enclosingFunction(node);
  const { schemas, isOpaque } = fn ? schemasBefore(fn) : { schemas: [], isOpaque: false };
  for (const schema of schemas) {
    const field = findField(schema, name);
    if (field) return fromField(boundOfField(field), field, node);
  }
  return isOpaque ? UNKNOWN : { from: 'request', read: node, field: null };
}

const fromField = (bound: FieldBound, field: Node, read: Node): Origin =>
  bound === 'bounded' ? BOUNDED : bound === 'unbounded' ? { from: 'request', read, field } : UNKNOWN;

/** `EnvSchema.parse(process.env)`: what the deployment says, and no client. */
const ENVIRONMENT = /\b(?:process|import\.meta|Bun|Deno)\.env\b/;

function isOfEnvironment(node: Node): boolean {
  let root = node;
  while (root.type === 'MemberExpression') root = unwrap(root.object);
  const parse = unwrapAwait(follow(root));
  return parse.type === 'CallExpression' && parse.arguments.some((each) => ENVIRONMENT.test(sourceText(each)));
}

/** `Schema.parse(req.query)` and its like, whatever is parsed: the schema decides. */
function parsedBySchema(node: Node, path: readonly string[]): Origin | null {
  const schema = schemaOf(node);
  if (!schema) return null;
  if (isOfEnvironment(node)) return UNKNOWN;
  const names = path[0] === 'data' || path[0] === 'value' || path[0] === 'output' ? path.slice(1) : path;
  if (names.length === 0) {
    const bound = boundOfField(schema);
    return bound === 'unknown' ? null : fromField(bound, schema, node);
  }
  let field: Node | null = schema;
  for (const name of names) field = field && findField(field, name);
  return field ? fromField(boundOfField(field), field, node) : UNKNOWN;
}

interface Decorated {
  readonly binding: Extract<Binding, { kind: 'parameter' }>;
  readonly decorators: readonly TSESTree.Decorator[];
}

/** NestJS's `@Query() query: ListQuery`, `@Args('first') first: number`. */
function decoratedParameter(node: Node): Decorated | null {
  if (node.type !== 'Identifier') return null;
  const binding = getBinding(node);
  if (binding.kind !== 'parameter') return null;
  const parameter = binding.fn.params[binding.index]!;
  const decorators = [parameter, ...(parameter.type === 'AssignmentPattern' ? [parameter.left] : [])].flatMap(
    (each) => [...decoratorsOf(each)],
  );
  const isRequest = decorators.some(({ expression }) => {
    const target = expression.type === 'CallExpression' ? expression.callee : expression;
    const part = rowOf(denote(target))?.request;
    return part !== undefined && (PARTS.has(part) || /^Args?$/.test(nameOfDecorator(target)));
  });
  return isRequest ? { binding, decorators } : null;
}

const nameOfDecorator = (target: Node): string => (target.type === 'Identifier' ? target.name : '');

const HARMLESS_PIPES = /^(?:ParseIntPipe|ParseFloatPipe|DefaultValuePipe|ValidationPipe|Int|Number)$/;

function ofDecorated({ binding, decorators }: Decorated, node: Node, path: readonly string[]): Origin {
  const names = [...binding.path, ...path];
  for (const { expression } of decorators) {
    if (expression.type !== 'CallExpression') continue;
    for (const given of expression.arguments) {
      const value = unwrap(given);
      const pipe = value.type === 'NewExpression' ? calleeName(value) : value.type === 'Identifier' ? value.name : null;
      if (pipe === null || HARMLESS_PIPES.test(pipe)) continue;
      const schema = value.type === 'NewExpression' ? value.arguments[0] : undefined;
      const field = schema && names[0] !== undefined ? findField(schema, names[0]) : null;
      return field ? fromField(boundOfField(field), field, node) : UNKNOWN;
    }
  }
  if (names.length === 0) return { from: 'request', read: node, field: null };
  const entity = binding.annotation ? denoteAnnotation(binding.annotation) : null;
  if (!entity)
    return binding.annotation &&
      binding.annotation.type !== 'TSTypeLiteral' &&
      binding.annotation.type !== 'TSAnyKeyword'
      ? UNKNOWN
      : { from: 'request', read: node, field: null };
  const property = findProperty(entity, names.at(-1)!);
  return property ? fromField(boundOfProperty(property), property, node) : UNKNOWN;
}

function denoteAnnotation(
  annotation: TSESTree.TypeNode,
): Extract<Node, { type: 'ClassDeclaration' | 'ClassExpression' }> | null {
  if (annotation.type !== 'TSTypeReference' || annotation.typeName.type !== 'Identifier') return null;
  const entity = denote(annotation.typeName);
  return entity?.kind === 'class' ? entity.node : null;
}

function dtoOf(given: Node | undefined, path: readonly string[]): Origin | null {
  const entity = given ? denote(given) : null;
  const property = entity?.kind === 'class' ? findProperty(entity.node, path[0]!) : null;
  return property ? fromField(boundOfProperty(property), property, given!) : null;
}
