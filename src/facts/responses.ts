import type { BackendFile } from '../model/file.js';
import { fileOf } from '../model/file.js';
import type { Answer } from '../model/response.js';
import type { Route } from '../model/route.js';
import type { FunctionNode, Node } from '../syntax/ast.js';
import { enclosingFunction, unwrap, unwrapAwait } from '../syntax/nodes.js';
import { allReturns } from '../syntax/walk.js';
import { directAnswersOf, readGatewayAnswer, serialized } from './responses/direct.js';
import { handsOver, helperAnswer, isAnswering } from './responses/helpers.js';
import { earlierStatus } from './responses/status.js';
import { routesOf } from './routes.js';

/** Frameworks that answer with whatever a handler gives back. */
const GIVES_BACK = new Set([
  'fastify',
  'nestjs',
  'elysia',
  'h3',
  'trpc',
  'graphql',
  'nestjs-graphql',
  'pothos',
  'lambda',
  'sveltekit',
]);

/** Every answer that a file gives: by calls, values given back, errors thrown, and the project's own helpers. */
export const answersOf = (file: BackendFile): readonly Answer[] => file.memo(findAnswers);

function findAnswers(file: BackendFile): Answer[] {
  const answers = [...directAnswersOf(file)];
  const known = new Set<Node>(answers.map(({ node }) => node));
  for (const calls of file.index.calls.values())
    for (const call of calls) {
      if (known.has(call) || !handsOver(call)) continue;
      const answer = helperAnswer(call, enclosingFunction(call));
      if (!answer) continue;
      known.add(call);
      answers.push(answer);
    }
  const handlers = new Set<FunctionNode>();
  for (const route of routesOf(file)) {
    const fn = route.handler?.fn;
    if (!fn || handlers.has(fn) || fileOf(fn) !== file) continue;
    handlers.add(fn);
    for (const returned of allReturns(fn)) {
      const answer = known.has(unwrapAwait(returned)) ? null : returnedAnswer(returned, fn, route);
      if (answer) answers.push(answer);
    }
  }
  return answers.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** What a handler's `return` answers. */
function returnedAnswer(returned: Node, fn: FunctionNode, route: Route): Answer | null {
  const value = unwrapAwait(returned);
  if (value.type === 'CallExpression') {
    const answer = helperAnswer(value, fn);
    if (answer) return answer;
  }
  if (!GIVES_BACK.has(route.library.name) || isAnswering(value)) return null;
  const answer = {
    node: unwrap(returned),
    fn,
    does: 'return' as const,
    kind: 'json' as const,
    library: route.library,
    helper: null,
    proof: route.proof,
  };
  if (route.library.name !== 'lambda') {
    const set = earlierStatus(returned);
    return { ...answer, status: set ? set.status : 200, statusNode: set?.node ?? null, bodies: [serialized(value)] };
  }
  const read = readGatewayAnswer(value);
  return read && { ...answer, ...read };
}

/** The answers that stand in a function itself, not in functions inside it. */
export const answersIn = (fn: FunctionNode): readonly Answer[] =>
  answersOf(fileOf(fn)).filter((answer) => answer.fn === fn);
