import { fileOf } from '../model/file.js';
import type { Route } from '../model/route.js';
import type { FunctionNode, Node, TSESTree } from '../syntax/ast.js';
import { calleeName, isInside, memberName, receiverOf, unwrap } from '../syntax/nodes.js';
import { allOf } from '../syntax/walk.js';
import { addressOfRoute } from './applications/addresses.js';
import { allEscapes, controlFlowOf } from './control-flow.js';
import { allCalled } from './effects.js';
import { denote, findCalled, libraryOf } from './entities.js';
import { queriesOf } from './queries.js';
import { answersIn } from './responses.js';

/** What is wrong with an address that an orchestrator asks. */
export type HealthFault =
  /** Readiness that asks nothing. */
  | { readonly fault: 'asksNothing' }
  /** Readiness that answers 200 whatever it hears. */
  | { readonly fault: 'always200' }
  /** Liveness that asks a database. */
  | { readonly fault: 'asksDatabase'; readonly node: Node };

const READINESS = /(?:^|[/_-])(?:ready|readyz|readiness)(?:\/)?$/i;
const LIVENESS = /(?:^|[/_-])(?:live|livez|liveness|alive)(?:\/)?$/i;

/** The fault of a readiness or liveness route, or null; a single `/health` is neither. */
export function findHealthFault(route: Route): HealthFault | null {
  const fn = route.handler?.fn;
  if (!fn || !/^(?:GET|HEAD|ALL)$/.test(route.verb)) return null;
  const address = addressOfRoute(route) ?? route.path ?? '';
  if (LIVENESS.test(address)) {
    const node = findDatabase(fn, 0, new Set());
    return node && { fault: 'asksDatabase', node };
  }
  if (!READINESS.test(address)) return null;
  const answers = answersIn(fn);
  const isPlain = answers.length > 0 && answers.every(({ status }) => status !== null && status < 400);
  if (!isPlain || allOf(fn.body, ['ThrowStatement']).length > 0) return null;
  if (!asksAnything(fn)) return hasChoice(fn) ? null : { fault: 'asksNothing' };
  // An error that leaves the handler is answered with 500: that is a "no" as well.
  return canFail(fn) ? null : { fault: 'always200' };
}

/** Calls that ask nobody: they answer, take the time, or take notes. */
const ASKS_NOBODY =
  /^(?:status|json|send|code|end|text|now|uptime|toISOString|log|info|debug|stringify|header|type|memoryUsage|Date|sendStatus|writeHead|set|setHeader|hrtime|cpuUsage)$/;

const asksAnything = (fn: FunctionNode): boolean =>
  allOf(fn.body, ['AwaitExpression']).length > 0 ||
  allOf(fn.body, ['CallExpression']).some((call) => !ASKS_NOBODY.test(calleeName(call) ?? ''));

/** `res.json({ ready })`: a flag that others keep is something, too. */
const hasChoice = (fn: FunctionNode): boolean =>
  allOf(fn.body, ['IfStatement', 'ConditionalExpression', 'SwitchStatement']).length > 0;

function canFail(fn: FunctionNode): boolean {
  const escapes = allEscapes(controlFlowOf(fn));
  // What is asked without `await` is given back, and fails where it is waited for.
  return escapes.some((node) => {
    if (node.type === 'AwaitExpression') return !isSettled(node.argument);
    return (
      node.type === 'CallExpression' &&
      !/^(?:Await|Member)Expression$/.test(node.parent.type) &&
      !ASKS_NOBODY.test(calleeName(node) ?? '') &&
      !isSettled(node)
    );
  });
}

const isSettled = (node: Node): boolean => {
  const value = unwrap(node);
  if (value.type !== 'CallExpression') return false;
  if (/^(?:catch|allSettled)$/.test(calleeName(value) ?? '')) return true;
  // A function of the project that turns every failure into an answer.
  const called = findCalled(value);
  return (
    called !== null && allOf(called.body, ['TryStatement']).length > 0 && allEscapes(controlFlowOf(called)).length === 0
  );
};

/** Where a function, or one that it calls, asks a database or a cache. */
function findDatabase(fn: FunctionNode, depth: number, seen: Set<FunctionNode>): Node | null {
  if (seen.has(fn) || depth > 3) return null;
  seen.add(fn);
  const file = fileOf(fn);
  const query = queriesOf(file).find(({ start, proof }) => proof !== 'name' && isInside(start, fn));
  if (query) return query.start;
  const pinged = allOf(fn.body, ['CallExpression']).find(isStoreCall);
  if (pinged) return pinged;
  for (const { call, target } of allCalled(fn, file)) if (findDatabase(target, depth + 1, seen)) return call;
  return null;
}

/** https://docs.nestjs.com/recipes/terminus: the indicators that ask a database. */
const INDICATOR = /\b(\w+)\s*:\s*(?:TypeOrm|Prisma|Mongoose|Sequelize|MikroOrm|Knex)HealthIndicator\b/g;

function isStoreCall(call: TSESTree.CallExpression): boolean {
  if (calleeName(call) === 'pingCheck') {
    const asked = receiverOf(call);
    const name =
      asked?.type === 'MemberExpression' ? memberName(asked) : asked?.type === 'Identifier' ? asked.name : null;
    return [...fileOf(call).text.matchAll(INDICATOR)].some(([, each]) => each === name);
  }
  if (!/^(?:ping|query|\$queryRaw|command|authenticate|execute|get|set)$/.test(calleeName(call) ?? '')) return false;
  const receiver = receiverOf(call);
  const kind = receiver ? libraryOf(denote(receiver))?.kind : undefined;
  return kind === 'data' || kind === 'cache';
}
