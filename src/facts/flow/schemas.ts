import type { FieldPath, KindSet } from '../../model/flow.js';
import type { Node } from '../../syntax/ast.js';
import { calleeName, findProperty, isFunction, receiverOf } from '../../syntax/nodes.js';
import { isClosedSchema, partOf } from '../closed-schemas.js';
import { denote } from '../entities.js';
import { follow, propertyIn, textOf } from '../values.js';
import { matchedKinds } from './charset.js';
import { predicateKinds } from './predicates.js';
import { ALL, NONE, TEXT } from './kinds.js';

const MOST_LINKS = 25;

/** The dangers that a schema takes from what it lets through at a way into it: `['sort']` of `z.object({ sort })`. */
export function schemaKinds(schema: Node, path: FieldPath): KindSet {
  let current: Node | null = schema;
  for (const step of path) {
    if (!current) return NONE;
    current = partOf(current, step);
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
    // What is taken out of a list of such texts, or joined of them.
    if (name === 'array' && first && first.type !== 'SpreadElement') set |= linkKinds(first) & ~TEXT;
    // TypeBox: `t.String({ pattern: '^…$' })` is JSON Schema.
    if (name === 'String' && first) set |= jsonKinds(first, []);
    const receiver = receiverOf(link);
    // `v.pipe(v.string(), v.regex(/…/))`
    if (name === 'pipe')
      for (const argument of link.arguments) set |= argument.type === 'SpreadElement' ? NONE : linkKinds(argument);
    link = receiver ? follow(receiver) : link.callee;
  }
  return set;
}

/** JSON Schema: `{ properties: { id: { type: 'integer' } } }`. */
export function jsonKinds(schema: Node, path: FieldPath): KindSet {
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
