import { findLibrary } from '../../libraries/registry.js';
import { fileOf } from '../../model/file.js';
import type { Answer } from '../../model/response.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { unwrap } from '../../syntax/nodes.js';
import { allOf, allReturns } from '../../syntax/walk.js';
import { getBinding } from '../bindings.js';
import { alwaysPasses, controlFlowOf } from '../control-flow.js';
import { denote, findCalled } from '../entities.js';
import { argumentAt } from '../values.js';
import { directAnswersOf, readGatewayAnswer } from './direct.js';
import { statusIn } from './status.js';

const MAX_DEPTH = 3;
const gateway = findLibrary('lambda');

/** What a function of the project answers, on every way through it. */
export interface Helper {
  readonly fn: FunctionNode;
  /** `value`: it gives the answer back, its caller has to return it. */
  readonly does: 'send' | 'value';
  readonly answers: readonly Answer[];
}

const helpers = new WeakMap<FunctionNode, Helper | null>();

/** The helper that a function is, or null: it answers on some ways only, or not at all. */
export function findHelper(fn: FunctionNode, depth = 0): Helper | null {
  const known = helpers.get(fn);
  if (known !== undefined) return known;
  helpers.set(fn, null);
  const made = make(fn, depth);
  helpers.set(fn, made);
  return made;
}

function make(fn: FunctionNode, depth: number): Helper | null {
  const file = fileOf(fn);
  const own = directAnswersOf(file).filter((answer) => answer.fn === fn);
  const values = allReturns(fn).map((returned) => unwrap(returned));
  const given = own.filter((answer) => answer.does === 'value' && values.includes(answer.node));
  if (given.length > 0 && given.length === values.length) return { fn, does: 'value', answers: given };
  const made = values.flatMap((value): Answer[] => {
    const read = value.type === 'ObjectExpression' ? readGatewayAnswer(value) : null;
    return read && gateway
      ? [{ node: value, fn, does: 'value', kind: 'json', library: gateway, helper: null, proof: 'convention', ...read }]
      : [];
  });
  if (made.length > 0 && made.length === values.length) return { fn, does: 'value', answers: made };
  const sent = own.filter(({ does }) => does === 'send' || does === 'set');
  const further =
    depth < MAX_DEPTH
      ? allOf(fn.body, ['CallExpression'], { own: true }).flatMap((call) => {
          const answer = handsOver(call) ? helperAnswer(call, fn, depth + 1) : null;
          return answer?.does === 'send' ? [answer] : [];
        })
      : [];
  const answers = [...sent, ...further];
  if (answers.length === 0) return null;
  const nodes = new Set(answers.map(({ node }) => node));
  return alwaysPasses(controlFlowOf(fn), (node) => nodes.has(node)) ? { fn, does: 'send', answers } : null;
}

const NAMED = /^_?(?:res|resp|response|reply|rep|ctx|c|context|event|callback|cb)$/i;
const ANSWERING = /\.(?:Response|Reply|Context|ApiResponse|Event|Callback)$/;

/** Whether an expression is the object that answers: `res`, `reply`, `ctx`. */
export function isAnswering(node: Node): boolean {
  if (node.type !== 'Identifier' || !NAMED.test(node.name)) return false;
  const entity = denote(node);
  return entity?.kind === 'instance' && ANSWERING.test(entity.type.id);
}

/** Whether a call is handed the object that answers: `fail(res, error)`. */
export const handsOver = (call: TSESTree.CallExpression): boolean => call.arguments.some(isAnswering);

/** The answer that a call of one of the project's helpers gives, with status and body as this call hands them in. */
export function helperAnswer(call: TSESTree.CallExpression, fn: FunctionNode | null, depth = 0): Answer | null {
  const called = findCalled(call);
  const helper = called && called !== fn ? findHelper(called, depth) : null;
  if (!helper) return null;
  const first = helper.answers[0]!;
  const statuses = helper.answers.map((answer) => statusThrough(answer, call, helper.fn));
  const isSame = statuses.every(({ status }) => status === statuses[0]!.status);
  return {
    ...first,
    node: call,
    fn,
    does: helper.does,
    ...(isSame ? statuses[0]! : { status: null, statusNode: null }),
    bodies: [
      ...new Set(helper.answers.flatMap(({ bodies }) => bodies.flatMap((body) => handedIn(body, call, helper.fn)))),
    ],
    helper: helper.fn,
  };
}

function statusThrough(
  { status, statusNode }: Answer,
  call: TSESTree.CallExpression,
  fn: FunctionNode,
): { status: number | null; statusNode: Node | null } {
  if (!statusNode) return { status, statusNode };
  const value = unwrap(statusNode);
  if (value.type !== 'Identifier') return { status, statusNode };
  const handed = argumentOf(value, call, fn);
  if (!handed) return { status, statusNode };
  if (handed === 'default') {
    const parameter = fn.params.find((each) => each.type === 'AssignmentPattern' && isNamed(each.left, value));
    const byDefault = parameter?.type === 'AssignmentPattern' ? statusIn(parameter.right) : null;
    return { status: byDefault, statusNode };
  }
  return { status: statusIn(handed), statusNode: handed };
}

const isNamed = (node: Node, value: TSESTree.Identifier): boolean =>
  node.type === 'Identifier' && node.name === value.name;

/** The argument that a name inside a helper is; null where it is no parameter of it. */
function argumentOf(
  name: TSESTree.Identifier,
  call: TSESTree.CallExpression,
  fn: FunctionNode,
): Node | 'default' | null {
  const binding = getBinding(name);
  if (binding.kind !== 'parameter' || binding.fn !== fn || binding.path.some((step) => !/^[\w$]+$/.test(step)))
    return null;
  const found = argumentAt(call, [binding.index, ...binding.path].join('.'));
  return found === 'absent' ? 'default' : found === 'unknown' ? null : found;
}

/** The arguments that a helper's body is made of. */
function handedIn(body: Node, call: TSESTree.CallExpression, fn: FunctionNode): Node[] {
  const names = body.type === 'Identifier' ? [body] : allOf(body, ['Identifier']);
  return names.flatMap((name) => {
    const found = argumentOf(name, call, fn);
    return found && found !== 'default' ? [found] : [];
  });
}
