import type { FieldPath, KindSet } from '../../model/flow.js';
import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { RequestPart } from '../../model/library.js';
import type { Route } from '../../model/route.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  decoratorArguments,
  decoratorsOf,
  enclosingFunction,
  isFunction,
  keyName,
  receiverOf,
  unwrap,
} from '../../syntax/nodes.js';
import { allOf, allReturns } from '../../syntax/walk.js';
import { fieldOf, schemaOf } from '../closed-schemas.js';
import { findCalled } from '../entities.js';
import { isOpenArgument } from '../open-scalars.js';
import { routesOf } from '../routes.js';
import { routesServedBy } from '../serving.js';
import { follow, propertyIn, textOf } from '../values.js';
import { PARSERS } from './builtins.js';
import { matchedKinds } from './charset.js';
import { ALL, CHECKED, NONE } from './kinds.js';
import { jsonKinds, schemaKinds } from './schemas.js';

const MOST_LINKS = 25;
/** Levels of own functions that give back validators, and of schemas in schemas. */
const MOST_LEVELS = 3;

/** What validators and options call a part. */
const NAMES: Readonly<Partial<Record<RequestPart, readonly string[]>>> = {
  body: ['body', 'json', 'form'],
  query: ['querystring', 'query'],
  params: ['params', 'param'],
  headers: ['headers', 'header'],
  cookies: ['cookies', 'cookie'],
};

/**
 * The dangers that the route's own schema takes from a part of the request: in its options, or a validator before the
 * handler, wherever the route is registered. A message's shape is declared elsewhere.
 */
export function routeKinds(source: Node, part: RequestPart, path: FieldPath): KindSet {
  if (part === 'message') return isOpenArgument(source, path) ? NONE : CHECKED;
  const names = NAMES[part];
  if (!names || path.length === 0) return NONE;
  for (let fn = enclosingFunction(source); fn; fn = enclosingFunction(fn)) {
    const routes = routesFor(fn);
    if (routes.length === 0) continue;
    // A handler of several routes is as safe as the least of them.
    return pipeKinds(fn, names, path) | routes.reduce<KindSet>((set, each) => set & callKinds(each, names, path), ALL);
  }
  return NONE;
}

function routesByHandler(file: BackendFile): ReadonlyMap<FunctionNode, readonly Route[]> {
  const found = new Map<FunctionNode, Route[]>();
  for (const route of routesOf(file)) {
    const fn = route.handler?.fn;
    if (fn) found.set(fn, [...(found.get(fn) ?? []), route]);
  }
  return found;
}

/** Those in the same file first: asking who imports a file is dearer. */
function routesFor(fn: FunctionNode): readonly Route[] {
  const own = fileOf(fn).memo(routesByHandler).get(fn) ?? [];
  return own.length > 0 || !mayBeExported(fn) ? own : routesServedBy(fn);
}

/** Whether another file can register it: it is no callback of a call that says what it is. */
const mayBeExported = ({ parent }: FunctionNode): boolean =>
  parent.type !== 'CallExpression' || /^(?:asyncHandler|catchAsync|wrap\w*|handle\w*)$/i.test(calleeName(parent) ?? '');

/** The handler itself is no validator before it. */
const callKinds = ({ call, handler }: Route, names: readonly string[], path: FieldPath): KindSet =>
  (call?.arguments ?? []).reduce<KindSet>(
    (set, argument) => (argument === handler?.fn ? set : set | argumentKinds(argument, names, path, 0)),
    NONE,
  );

/** NestJS: `@Body(new ZodPipe(schema))`, `@UsePipes(new ZodPipe(schema))`. */
function pipeKinds(fn: FunctionNode, names: readonly string[], path: FieldPath): KindSet {
  const holders: readonly Node[] = fn.parent.type === 'MethodDefinition' ? [fn.parent, ...fn.params] : [];
  return holders
    .flatMap((holder) => decoratorsOf(holder))
    .filter((decorator) => {
      const name = decorator.expression.type === 'CallExpression' ? calleeName(decorator.expression) : null;
      return name !== null && (name === 'UsePipes' ? names.includes('body') : names.includes(name.toLowerCase()));
    })
    .flatMap((decorator) => decoratorArguments(decorator))
    .reduce<KindSet>((set, argument) => {
      const schema = argument.type === 'NewExpression' ? argument.arguments[0] : undefined;
      return schema && schema.type !== 'SpreadElement' ? set | schemaKinds(schema, path) : set;
    }, NONE);
}

function argumentKinds(argument: Node, names: readonly string[], path: FieldPath, level: number): KindSet {
  const value = follow(argument);
  if (level > MOST_LEVELS) return NONE;
  if (value.type === 'ArrayExpression')
    return value.elements.reduce<KindSet>(
      (set, each) => (each ? set | argumentKinds(each, names, path, level + 1) : set),
      NONE,
    );
  if (value.type === 'SpreadElement') return argumentKinds(value.argument, names, path, level + 1);
  if (value.type === 'ObjectExpression') {
    const schema = propertyIn(value, 'schema');
    const object = schema && schema !== 'unknown' ? follow(schema) : value;
    return object.type === 'ObjectExpression' ? partKinds(object, names, path) : NONE;
  }
  if (isFunction(value)) return middlewareKinds(value, names, path);
  return value.type === 'CallExpression' ? validatorKinds(value, names, path, level) : NONE;
}

/** A call among a route's handlers that makes a validator, or a list of them. */
function validatorKinds(
  call: TSESTree.CallExpression,
  names: readonly string[],
  path: FieldPath,
  level: number,
): KindSet {
  const chained = chainKinds(call, names, path);
  if (chained !== NONE) return chained;
  const texts = call.arguments.map((argument) => textOf(argument)?.toLowerCase() ?? null);
  const named = texts.some((text) => text !== null && names.includes(text));
  // Another part is named, `validate(schema, 'query')`: the schema is of that one.
  const isOther = !named && texts.some((text) => text !== null && Object.values(NAMES).flat().includes(text));
  const name = calleeName(call)?.toLowerCase() ?? '';
  const isNamed = named || names.some((each) => name.includes(each)) || (/valid/.test(name) && names.includes('body'));
  let set = NONE;
  for (const argument of call.arguments) {
    const given = follow(argument);
    if (given.type === 'ObjectExpression') set |= partKinds(given, names, path);
    if (given.type !== 'CallExpression' || isOther) continue;
    // `validate(z.object({ body: z.object({…}) }))`, `validateBody(z.object({…}))`.
    const own = names.map((each) => fieldOf(given, each)).find((each) => each !== null);
    if (own) set |= schemaKinds(own, path);
    else if (isNamed) set |= schemaKinds(given, path);
  }
  if (set !== NONE) return set;
  const fn = findCalled(call);
  return fn
    ? allReturns(fn).reduce<KindSet>((all, each) => all | argumentKinds(each, names, path, level + 1), NONE)
    : NONE;
}

const parses = new WeakMap<FunctionNode, readonly TSESTree.CallExpression[]>();

/** A middleware of the project's own that parses a part by a schema in sight. */
function middlewareKinds(fn: FunctionNode, names: readonly string[], path: FieldPath): KindSet {
  if (fn.params.length < 2) return NONE;
  const { text } = fileOf(fn);
  let calls = parses.get(fn);
  if (!calls) {
    calls = allOf(fn.body as Node, ['CallExpression']).filter((call) => PARSERS.test(calleeName(call) ?? ''));
    parses.set(fn, calls);
  }
  return calls.reduce<KindSet>((set, call) => {
    const [first] = call.arguments;
    if (!first) return set;
    const isOfPart = names.some((name) => text.slice(...first.range).endsWith(`.${name}`));
    const schema = isOfPart ? schemaOf(call) : null;
    return schema ? set | schemaKinds(schema, path) : set;
  }, NONE);
}

/** `{ params: schema }`, `{ [Segments.PARAMS]: schema }`. */
function partKinds(object: TSESTree.ObjectExpression, names: readonly string[], path: FieldPath): KindSet {
  for (const property of object.properties) {
    if (property.type !== 'Property') continue;
    const key = keyName(property.key, property.computed) ?? sourceText(property.key).split('.').at(-1)!;
    if (!names.includes(key.toLowerCase())) continue;
    return schemaKinds(property.value, path) | jsonKinds(property.value, path);
  }
  return NONE;
}

/** express-validator: `param('id').isUUID()`, `query('sort').isIn([…])`. */
function chainKinds(call: TSESTree.CallExpression, names: readonly string[], path: FieldPath): KindSet {
  let set = NONE;
  let link: Node = call;
  for (let i = 0; link.type === 'CallExpression' && i < MOST_LINKS; i++) {
    const name: string = calleeName(link) ?? '';
    const [first]: readonly TSESTree.CallExpressionArgument[] = link.arguments;
    const receiver = receiverOf(link);
    if (!receiver) {
      const field = first ? textOf(first) : null;
      return (name === 'check' || names.includes(name)) && field === path[0] ? set : NONE;
    }
    if (/^is(?:In|Int|UUID|MongoId|Numeric|Alphanumeric|Alpha|Boolean|Float|Hexadecimal|Slug|ISO8601)$/.test(name))
      set = ALL;
    if (name === 'matches' && first) set |= matchedKinds(first);
    link = unwrap(receiver);
  }
  return NONE;
}
