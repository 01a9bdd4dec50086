import { type BackendFile, fileOf, sourceText } from '../../model/file.js';
import type { FieldPath } from '../../model/flow.js';
import type { Node } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, findProperty, receiverOf } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { inputOf, partOf, schemaOf } from '../closed-schemas.js';
import { isMessage } from '../flow/messages.js';
import { isOpenArgument } from '../open-scalars.js';
import { routesRound } from '../serving.js';
import { follow } from '../values.js';

/** A part of a request that has passed a schema, as a flow knows it. */
interface Read {
  readonly node: Node;
  readonly validatedBy: Node | null;
}

/**
 * Whether the schema that a value has passed leaves it as it came: `z.any()`, `z.record(…)`, an object that lets other
 * keys through, GraphQL's `JSON`; or it is a socket's message, before which no route's schema stands.
 */
export function isOpenPart({ node, validatedBy }: Read, path: FieldPath): boolean {
  if (validatedBy) return isOpenAt(schemaOf(validatedBy), path);
  const fn = enclosingFunction(node);
  return (
    (fn !== null && isOpenAt(inputOf(fn), path)) || isSent(node) || isOpenBody(node, path) || isOpenArgument(node, path)
  );
}

function isOpenAt(schema: Node | null, path: FieldPath): boolean {
  let current = schema;
  for (const step of path) {
    if (!current || isAny(current)) break;
    current = partOf(current, step);
  }
  return current !== null && (isAny(current) || isLoose(current));
}

const MOST_LINKS = 25;

/** The names of a schema's chain, outermost first. */
function linksOf(schema: Node): { readonly name: string; readonly given: number }[] {
  const links: { name: string; given: number }[] = [];
  let link: Node = follow(schema);
  for (let i = 0; link.type === 'CallExpression' && i < MOST_LINKS; i++) {
    links.push({ name: calleeName(link) ?? '', given: link.arguments.length });
    const receiver = receiverOf(link);
    if (!receiver) break;
    link = follow(receiver);
  }
  return links;
}

const isAny = (schema: Node): boolean => linksOf(schema).some(({ name }) => /^(?:any|unknown|json|mixed)$/i.test(name));

/** Keys of the client's own: records, objects that let unknown ones through, Joi's object without keys. */
const isLoose = (schema: Node): boolean =>
  linksOf(schema).some(
    ({ name, given }) =>
      /^(?:record|passthrough|loose|looseObject|catchall)$/i.test(name) || (/^object$/.test(name) && given === 0),
  );

/**
 * The body as a whole, where the route's schema lets unknown fields through: one that says so; in Fastify, which takes
 * them out only where a schema forbids them, one that doesn't forbid them.
 */
function isOpenBody(node: Node, path: FieldPath): boolean {
  if (path.length > 0) return false;
  return routesRound(node).some(({ call, library }) => {
    const options = (call?.arguments ?? []).map((each) => follow(each));
    const schema = options.map((each) => bodySchema(each) ?? bodySchema(propertyAt(each, 'schema'))).find(Boolean);
    if (!schema) return false;
    const text = sourceText(schema);
    if (/\badditionalProperties:\s*true\b/.test(text)) return true;
    return library.name === 'fastify' && isJsonSchema(schema) && !CLOSED.test(text) && !removesAll(fileOf(schema));
  });
}

const CLOSED = /\badditionalProperties:\s*false\b/;
const propertyAt = (node: Node | null, name: string): Node | null => {
  const value = node?.type === 'ObjectExpression' ? findProperty(node, name)?.value : undefined;
  return value ? follow(value) : null;
};
const bodySchema = (options: Node | null): Node | null => propertyAt(options, 'body');

/** A literal of JSON Schema with its fields, or what TypeBox makes one of. */
const isJsonSchema = (schema: Node): boolean =>
  schema.type === 'ObjectExpression'
    ? findProperty(schema, 'properties') !== null
    : schema.type === 'CallExpression' && /^Type\.Object\b/.test(sourceText(schema));

/** `ajv: { customOptions: { removeAdditional: 'all' } }` */
const removesAll = (file: BackendFile): boolean =>
  file.project.filesMentioning(file.path, /\bremoveAdditional:\s*['"]all['"]/).length > 0;

/** A message of a socket, which comes on no route. */
export function isSent(node: Node): boolean {
  const binding = node.type === 'Identifier' ? getBinding(node) : null;
  return binding?.kind === 'parameter' && isMessage(binding.fn, binding.index);
}
