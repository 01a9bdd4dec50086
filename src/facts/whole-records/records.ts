import { fileOf, sourceText, type BackendFile } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { Answer } from '../../model/response.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, closest, decoratorsOf, unwrap, unwrapAwait } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { denote } from '../entities.js';
import { queriesOf } from '../queries.js';
import { answersOf } from '../responses.js';
import { routesOf } from '../routes.js';
import { follow } from '../values.js';
import { secretOf } from './secrets.js';

/** A whole record of people's secrets that an answer carries. */
export interface WholeRecord {
  /** The value in the answer. */
  readonly node: Node;
  readonly entity: string;
  /** A column that must not go out, where the schema tells one. */
  readonly secret: string | null;
}

const MAX_DEPTH = 3;

/** The records of user-like entities that a file's answers carry as they were read. */
export const wholeRecordsOf = (file: BackendFile): readonly WholeRecord[] => file.memo(findAll);

function findAll(file: BackendFile): WholeRecord[] {
  return answersOf(file).flatMap((answer) => {
    if (/graphql|pothos/.test(answer.library.name) || (answer.status !== null && answer.status >= 300)) return [];
    const found = answer.bodies.flatMap((body) => valuesIn(body)).flatMap((value) => recordAt(value, answer) ?? []);
    return found.length === 0 || isSerialized(answer, file) ? [] : found;
  });
}

/** The values that make a body: itself, or what the properties and spreads of an object hold. */
function valuesIn(body: Node, depth = 0): Node[] {
  const value = unwrapAwait(body);
  if (value.type !== 'ObjectExpression' || depth > 1) return [body];
  return value.properties.flatMap((property) =>
    property.type === 'SpreadElement' ? [property.argument] : valuesIn(property.value, depth + 1),
  );
}

function recordAt(node: Node, { fn }: Answer): WholeRecord | null {
  const value = unwrap(node);
  const query = queryBehind(value, 0);
  if (!query || query.entity === null || isNarrowed(query)) return null;
  // What is taken off the record before it goes out.
  if (value.type === 'Identifier' && fn && stripsFrom(value.name, sourceText(fn))) return null;
  const secret = secretOf(query.entity, query);
  return secret === false ? null : { node, entity: query.entity, secret };
}

const stripsFrom = (name: string, text: string): boolean =>
  new RegExp(
    String.raw`\bdelete\s+\(?\s*${name}\b|\b${name}[!?]?(?:\.\w+)*\.\w*(?:pass|hash|secret|token|key)\w*\s*=[^=]`,
    'i',
  ).test(text);

/** The query whose result a value is, also through the project's own functions. */
function queryBehind(node: Node, depth: number): Query | null {
  const value = unwrapAwait(follow(unwrapAwait(node)));
  if (value.type !== 'CallExpression') return null;
  const query = queryAt(value);
  if (query || depth >= MAX_DEPTH) return query;
  const callee = denote(value.callee);
  if (callee?.kind !== 'function') return null;
  const returned = allReturns(callee.node).filter((each) => !isNothing(each));
  return returned.length === 1 ? queryBehind(returned[0]!, depth + 1) : null;
}

const isNothing = (node: Node): boolean => {
  const value = unwrap(node);
  return (
    (value.type === 'Literal' && value.value === null) || (value.type === 'Identifier' && value.name === 'undefined')
  );
};

/** The query that a chain of calls makes. */
function queryAt(call: TSESTree.CallExpression): Query | null {
  for (const query of queriesOf(fileOf(call))) {
    if (query.text || !isOfRecords(query)) continue;
    if (query.start === call || query.links.at(-1)?.call === call || (query.run && unwrapAwait(query.run) === call))
      return query;
  }
  return null;
}

/** Whether a query gives records: reads do, and the writes of clients that give back what they wrote. */
const isOfRecords = ({ op, library, start }: Query): boolean =>
  op === 'read-one' ||
  op === 'read-many' ||
  (library.name === 'prisma' &&
    start.type === 'CallExpression' &&
    /^(?:create|update|upsert|delete)$/.test(calleeName(start) ?? ''));

const SELECTS =
  /^(?:select|columns?|project|projection|pick|omit|addSelect|attributes|fields|scope|transform|map|then)$/;
const OPTIONS = /\b(?:select|omit|columns|attributes|projection|fields|exclude|populate)\s*:/;

/** Whether a query names the columns that it reads, or those that it leaves out. */
function isNarrowed({ start, links, library }: Query): boolean {
  if (start.type !== 'CallExpression') return true;
  const calls = [start, ...links.map(({ call }) => call)];
  return calls.some((call) => {
    const name = calleeName(call) ?? '';
    const [first, second] = call.arguments;
    if (SELECTS.test(name) && first && !/^['"`]\*['"`]$/.test(sourceText(first))) return true;
    // `findOne(filter, 'email name')`
    if (/^(?:mongoose|mongodb)$/.test(library.name) && second && /^find/.test(name) && !/Update|Delete/.test(name))
      return true;
    // What is written may have such names too: only the options' own count.
    return call.arguments.some((given) => {
      const options = unwrap(follow(given));
      return options.type === 'ObjectExpression'
        ? options.properties.some((each) => each.type === 'SpreadElement' || OPTIONS.test(`${sourceText(each.key)}:`))
        : options.type === 'Identifier' && call !== start;
    });
  });
}

/** Whether a schema or a serializer picks what goes out: `@Serialize(UserDto)`, Fastify's `response`, tRPC's `output`. */
function isSerialized({ fn, library }: Answer, file: BackendFile): boolean {
  if (fn) {
    const holders = [closest(fn, 'MethodDefinition'), closest(fn, 'ClassDeclaration')];
    if (
      holders.some(
        (holder) =>
          holder && decoratorsOf(holder).some((each) => /Serializ|Interceptor|ResponseSchema/.test(sourceText(each))),
      )
    )
      return true;
  }
  const route = routesOf(file).find(({ handler }) => handler?.fn === fn);
  const registration = route ? sourceText(route.node) : '';
  return library.name === 'trpc' ? /\.output\(/.test(registration) : /\bresponse\s*:/.test(registration);
}
