import type { FieldPath, KindSet } from '../../model/flow.js';
import { fileOf } from '../../model/file.js';
import type { RequestPart } from '../../model/library.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  enclosingFunction,
  findProperty,
  isFunction,
  keyName,
  receiverOf,
  unwrap,
} from '../../syntax/nodes.js';
import { fieldOf, isClosedSchema } from '../closed-schemas.js';
import { denote } from '../entities.js';
import { routesOf } from '../routes.js';
import { follow, propertyIn, textOf } from '../values.js';
import { matchedKinds } from './charset.js';
import { predicateKinds } from './predicates.js';
import { ALL, NONE, TEXT } from './kinds.js';

const MOST_LINKS = 25;

/** The dangers that a schema takes from what it lets through at a way into it: `['sort']` of `z.object({ sort })`. */
export function schemaKinds(schema: Node, path: FieldPath): KindSet {
  let current: Node | null = schema;
  for (const step of path) {
    if (!current || !/^[\w$]+$/.test(step)) return NONE;
    current = fieldOf(current, step);
  }
  return current ? linkKinds(current) : NONE;
}

/** What the links of a chain say: `z.string().regex(/^…$/)`, `.refine(isAllowed)`. */
function linkKinds(schema: Node): KindSet {
  if (isClosedSchema(schema, { frame: new Map(), open: new Set() })) return ALL;
  let set = NONE;
  let link: Node = follow(schema);
  for (let i = 0; link.type === 'CallExpression' && i < MOST_LINKS; i++) {
    const [first] = link.arguments;
    const name = calleeName(link) ?? '';
    if (/^(?:regex|matches|pattern)$/.test(name) && first) set |= matchedKinds(first);
    if (/^(?:refine|check|test|custom)$/.test(name)) {
      const given = link.arguments.find((argument) => isFunction(argument)) ?? first;
      const fn = given && denote(given);
      if (fn?.kind === 'function') set |= predicateKinds(fn.node, 0, true);
    }
    if (/^(?:string|email|url|trim|min|max|uuid)$/.test(name)) set |= TEXT;
    const receiver = receiverOf(link);
    // `v.pipe(v.string(), v.regex(/…/))`
    if (name === 'pipe')
      for (const argument of link.arguments) set |= argument.type === 'SpreadElement' ? NONE : linkKinds(argument);
    link = receiver ? follow(receiver) : link.callee;
  }
  return set;
}

const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  body: ['body'],
  query: ['querystring', 'query'],
  params: ['params'],
  headers: ['headers'],
};

/** The dangers that the route's own schema takes from a part of the request: in its options, or a validator before it. */
export function routeKinds(source: Node, part: RequestPart, path: FieldPath): KindSet {
  const names = OPTIONS[part];
  if (!names || path.length === 0) return NONE;
  for (let fn = enclosingFunction(source); fn; fn = enclosingFunction(fn)) {
    const handler = fn;
    const route = routesOf(fileOf(fn)).find((each) => each.handler?.fn === handler);
    if (!route) continue;
    return (route.call?.arguments ?? []).reduce<KindSet>(
      (set, argument) => set | argumentKinds(argument, names, path),
      NONE,
    );
  }
  return NONE;
}

function argumentKinds(argument: Node, names: readonly string[], path: FieldPath): KindSet {
  const value = follow(argument);
  if (value.type === 'ArrayExpression')
    return value.elements.reduce<KindSet>((set, each) => (each ? set | argumentKinds(each, names, path) : set), NONE);
  if (value.type === 'ObjectExpression') {
    const schema = propertyIn(value, 'schema');
    const object = schema && schema !== 'unknown' ? follow(schema) : value;
    return object.type === 'ObjectExpression' ? partKinds(object, names, path) : NONE;
  }
  if (value.type !== 'CallExpression') return NONE;
  const chained = chainKinds(value, names, path);
  if (chained !== NONE) return chained;
  const given = value.arguments[0] && follow(value.arguments[0]);
  return given?.type === 'ObjectExpression' ? partKinds(given, names, path) : NONE;
}

/** `{ params: schema }`, `{ [Segments.PARAMS]: schema }`. */
function partKinds(object: TSESTree.ObjectExpression, names: readonly string[], path: FieldPath): KindSet {
  for (const property of object.properties) {
    if (property.type !== 'Property') continue;
    const key =
      keyName(property.key, property.computed) ??
      fileOf(property)
        .text.slice(...property.key.range)
        .split('.')
        .at(-1)!;
    if (!names.includes(key.toLowerCase())) continue;
    return schemaKinds(property.value, path) | jsonKinds(property.value, path);
  }
  return NONE;
}

/** JSON Schema: `{ properties: { id: { type: 'integer' } } }`. */
function jsonKinds(schema: Node, path: FieldPath): KindSet {
  const object = follow(schema);
  if (object.type !== 'ObjectExpression') return NONE;
  const [name, ...rest] = path;
  if (name !== undefined) {
    const properties = propertyIn(object, 'properties');
    const own = properties && properties !== 'unknown' ? follow(properties) : null;
    const found = own?.type === 'ObjectExpression' ? propertyIn(own, name) : null;
    return found && found !== 'unknown' ? jsonKinds(found, rest) : NONE;
  }
  const text = (key: string): string | null => {
    const found = propertyIn(object, key);
    return found && found !== 'unknown' ? textOf(found) : null;
  };
  if (findProperty(object, 'enum') || findProperty(object, 'const')) return ALL;
  if (/^(?:integer|number|boolean)$/.test(text('type') ?? '')) return ALL;
  if (/^(?:uuid|date|date-time|ipv4)$/.test(text('format') ?? '')) return ALL;
  const pattern = text('pattern');
  const isText = text('type') === 'string' ? TEXT : NONE;
  if (pattern === null) return isText;
  return isText | matchedKinds({ type: 'Literal', regex: { pattern, flags: '' } } as unknown as Node);
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
      return (name === 'check' || names.includes(name === 'param' ? 'params' : name === 'header' ? 'headers' : name)) &&
        field === path[0]
        ? set
        : NONE;
    }
    if (/^is(?:In|Int|UUID|MongoId|Numeric|Alphanumeric|Alpha|Boolean|Float|Hexadecimal|Slug|ISO8601)$/.test(name))
      set = ALL;
    if (name === 'matches' && first) set |= matchedKinds(first);
    link = unwrap(receiver);
  }
  return NONE;
}
