import type { FieldPath } from '../../model/flow.js';
import type { Node } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, receiverOf } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { inputOf, partOf, schemaOf } from '../closed-schemas.js';
import { isMessage } from '../flow/messages.js';
import { isOpenArgument } from '../open-scalars.js';
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
  return (fn !== null && isOpenAt(inputOf(fn), path)) || isSent(node) || isOpenArgument(node, path);
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

/** A message of a socket, which comes on no route. */
function isSent(node: Node): boolean {
  const binding = node.type === 'Identifier' ? getBinding(node) : null;
  return binding?.kind === 'parameter' && isMessage(binding.fn, binding.index);
}
