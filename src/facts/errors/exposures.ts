import type { Answer } from '../../model/response.js';
import { type BackendFile, sourceText } from '../../model/file.js';
import { findProperty, closest, isFunction, isInside, memberName, unwrap } from '../../syntax/nodes.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { allReturns } from '../../syntax/walk.js';
import { denote, libraryOf } from '../entities.js';
import { queriesOf } from '../queries.js';
import { answersOf } from '../responses.js';
import { findHandler } from '../steps.js';
import { constantOf, follow } from '../values.js';
import { leaksIn, type Leak } from './leaks.js';

/** An answer that tells the client what an unknown error said. */
export interface Exposure {
  readonly node: Node;
  readonly leaks: readonly Leak[];
}

/** Every answer of a file that carries the details of an error which nobody meant for the client. */
export function allExposures(file: BackendFile): Exposure[] {
  const exposures: Exposure[] = [];
  const seen = new Set<Node>();
  for (const answer of answersOf(file)) {
    if (answer.does === 'pass' || answer.proof === 'name' || isHiddenByFramework(answer)) continue;
    const leaks = answer.bodies
      .flatMap((body) => (isHandedOn(answer, body) ? [] : leaksIn(body)))
      .filter((leak) => !seen.has(leak.node) && isExposed(leak, answer, file));
    for (const { node } of leaks) seen.add(node);
    if (leaks.length > 0) exposures.push({ node: answer.node, leaks });
  }
  for (const fn of formattersOf(file))
    for (const returned of allReturns(fn)) {
      const leaks = leaksIn(returned).filter((leak) => isFormatterLeak(leak, fn));
      if (leaks.length > 0) exposures.push({ node: returned, leaks });
    }
  return exposures;
}

/** Koa and http-errors keep the message of a 500 on the server (`expose`). */
const isHiddenByFramework = ({ library, status, does, node }: Answer): boolean =>
  !/\bexpose:\s*true/.test(sourceText(node)) &&
  (status === null || status >= 500) &&
  (library.name === 'http-errors' || (library.name === 'koa' && does === 'throw'));

/** A whole error given to a helper, or to `throw`: what becomes of it, its own code says. */
const isHandedOn = ({ helper, does }: Answer, body: Node): boolean =>
  (helper !== null || does === 'error' || does === 'throw') && unwrap(body).type === 'Identifier' && isName(body);

const isName = (node: Node): boolean => leaksIn(node).some(({ detail }) => detail === 'whole');

function isExposed(
  { detail, error, node }: Leak,
  { status, statusNode, does, library }: Answer,
  file: BackendFile,
): boolean {
  if (detail === 'result') return status === 500;
  if (detail === 'whole' && isRelayed(statusNode, error)) return false;
  if (library.name === 'graphql-errors' && does === 'error') return detail !== 'message' || isOfQuery(error, file);
  if (status === null && !isRefusal(statusNode, error)) return !isOwnStatus(statusNode, error) || detail === 'inner';
  if (status !== null && (status < 400 || status >= 500)) return true;
  // A refusal: the message may be made for the client, unless a database or the like may have thrown it.
  return detail === 'inner' || (detail === 'message' && isOfQuery(error, file) && isInside(node, file.ast));
}

/** `res.status(err.status)`, with nothing for errors that have none: only errors made for it come this way. */
function isOwnStatus(node: Node | null, error: TSESTree.Identifier): boolean {
  const value = node && unwrap(node);
  if (value?.type !== 'MemberExpression') return false;
  const object = unwrap(value.object);
  return object.type === 'Identifier' && object.name === error.name && /status/i.test(memberName(value) ?? '');
}

/** `res.status(inner.statusCode).json(err)`: the answer of another request, handed on under a callback's usual name. */
function isRelayed(node: Node | null, error: TSESTree.Identifier): boolean {
  const value = node && unwrap(node);
  if (value?.type !== 'MemberExpression' || memberName(value) !== 'statusCode') return false;
  const object = unwrap(value.object);
  return object.type === 'Identifier' && object.name !== error.name && !/^(?:res|response|reply)$/.test(object.name);
}

/** The error's own status, or else one that refuses: `typeof err.status === 'number' ? err.status : 400`. */
function isRefusal(node: Node | null, error: TSESTree.Identifier): boolean {
  const value = node && unwrap(follow(node));
  if (value?.type !== 'ConditionalExpression') return false;
  const otherwise = constantOf(value.alternate);
  return typeof otherwise === 'number' && otherwise >= 400 && otherwise < 500 && isOwnStatus(value.consequent, error);
}

/** Whether what the error's `catch` guards asks a database. */
function isOfQuery(error: TSESTree.Identifier, file: BackendFile): boolean {
  const clause = closest(error, 'CatchClause');
  const block = clause?.parent.type === 'TryStatement' ? clause.parent.block : null;
  return block !== null && queriesOf(file).some(({ start, proof }) => proof !== 'name' && isInside(start, block));
}

const FORMATTERS = ['formatError', 'errorFormatter', 'customFormatErrorFn'];

/** The functions that make a GraphQL server's or tRPC's error answers. */
function formattersOf(file: BackendFile): FunctionNode[] {
  if (!/formatError|errorFormatter|customFormatErrorFn/.test(file.text)) return [];
  return file.index.objects.flatMap((object) => {
    const { parent } = object;
    if (parent.type !== 'CallExpression' && parent.type !== 'NewExpression') return [];
    const library = libraryOf(denote(parent.callee))?.name ?? '';
    if (!/^(?:trpc|graphql)/.test(library)) return [];
    return FORMATTERS.flatMap((name) => {
      const value = findProperty(object, name)?.value;
      const fn = value && (isFunction(value) ? value : findHandler(value));
      return fn ? [fn] : [];
    });
  });
}

/** A formatter's own message is what the framework would send as well; the stack and the error behind it are not. */
const isFormatterLeak = ({ detail, error }: Leak, fn: FunctionNode): boolean => {
  if (detail === 'inner') return true;
  const second = fn.params[1];
  return detail === 'whole' && second?.type === 'Identifier' && second.name === error.name;
};

/** Settings of GraphQL servers by which every error answer carries more than its message. */
const OPEN_SETTINGS: Readonly<Record<string, boolean>> = {
  // https://www.apollographql.com/docs/apollo-server/data/errors#omitting-or-including-stacktrace
  includeStacktraceInErrorResponses: true,
  // https://the-guild.dev/graphql/yoga-server/docs/features/error-masking
  maskedErrors: false,
};

/** `new ApolloServer({ includeStacktraceInErrorResponses: true })`, `createYoga({ maskedErrors: false })`. */
export function allOpenSettings(file: BackendFile): TSESTree.Property[] {
  if (!/includeStacktraceInErrorResponses|maskedErrors/.test(file.text)) return [];
  return file.index.objects.flatMap((object) =>
    Object.entries(OPEN_SETTINGS).flatMap(([name, open]) => {
      const property = findProperty(object, name);
      return property && constantOf(property.value) === open ? [property] : [];
    }),
  );
}
