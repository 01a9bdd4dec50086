import type { Entity } from '../../model/entity.js';
import type { BackendFile } from '../../model/file.js';
import type { Answer } from '../../model/response.js';
import type { ResponseRow } from '../../model/rows/responses.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, enclosingFunction, isFunction, memberName, unwrap } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { denote, findRow, libraryOf, proofOf, rowOf } from '../entities.js';
import { namesFor } from '../scope.js';
import { findArgument, follow, propertyIn } from '../values.js';
import { earlierStatus, statusIn, statusOf } from './status.js';

/** Names by which a framework's own callback is known: `next(error)`, Lambda's `callback(null, answer)`. */
const CALLBACKS = ['next', 'callback', 'cb', 'done'];

/** The answers that a file gives by the frameworks' own means, in the order of the code. */
export const directAnswersOf = (file: BackendFile): readonly Answer[] => file.memo(findDirect);

function findDirect(file: BackendFile): Answer[] {
  const answers: Answer[] = [];
  for (const name of new Set([...namesFor(file, 'response'), ...CALLBACKS]))
    for (const call of file.index.calls.get(name) ?? []) {
      const entity = denote(call.callee);
      const row = rowOf(entity)?.response;
      if (row && entity && row.does !== 'status' && (row.does !== 'pass' || isHandlersOwn(call)))
        answers.push(answerAt(call, row, entity));
    }
  for (const made of file.index.news) {
    const entity = denote(made.callee);
    const row = entity?.kind === 'export' ? findRow(entity)?.row.construct?.response : undefined;
    if (row && entity) answers.push(answerAt(made, row, entity));
  }
  for (const assignment of file.index.assignments) {
    const { left } = assignment;
    if (left.type !== 'MemberExpression' || memberName(left) !== 'body' || assignment.operator !== '=') continue;
    const entity = denote(left);
    const row = rowOf(entity)?.response;
    if (row?.does === 'set' && entity) answers.push(assignedAnswer(assignment, row, entity));
  }
  return answers.sort((a, b) => a.node.range[0] - b.node.range[0]);
}

/** `next` of a handler or middleware, which has the response beside it: hooks of an ORM have a `next` too. */
function isHandlersOwn(call: TSESTree.CallExpression): boolean {
  const callee = unwrap(call.callee);
  const binding = callee.type === 'Identifier' ? getBinding(callee) : null;
  return (
    binding?.kind === 'parameter' &&
    binding.fn.params.some((each) => {
      const entity = each.type === 'Identifier' ? denote(each) : null;
      return entity?.kind === 'instance' && /\.Response$/.test(entity.type.id);
    })
  );
}

function answerAt(call: TSESTree.CallExpression | TSESTree.NewExpression, row: ResponseRow, entity: Entity): Answer {
  const { status, node: statusNode } = statusOf(call, row);
  return {
    node: call,
    fn: enclosingFunction(call),
    does: row.does as Answer['does'],
    kind: row.kind ?? 'any',
    status: row.does === 'pass' ? null : status,
    statusNode,
    bodies: bodiesOf(call, row),
    library: libraryOf(entity)!,
    helper: null,
    proof: proofOf(entity),
  };
}

function assignedAnswer(assignment: TSESTree.AssignmentExpression, row: ResponseRow, entity: Entity): Answer {
  const set = earlierStatus(assignment) ?? laterStatus(assignment);
  return {
    node: assignment,
    fn: enclosingFunction(assignment),
    does: 'set',
    kind: row.kind ?? 'any',
    status: set ? set.status : 200,
    statusNode: set?.node ?? null,
    bodies: [serialized(assignment.right)],
    library: libraryOf(entity)!,
    helper: null,
    proof: proofOf(entity),
  };
}

/** Koa takes the status after the body as well: from the end of the same block. */
function laterStatus(node: Node): ReturnType<typeof earlierStatus> {
  const block = node.parent?.parent;
  const last = block?.type === 'BlockStatement' ? block.body.at(-1) : undefined;
  return last && last !== node.parent && !isFunction(last) && last.type === 'ExpressionStatement'
    ? earlierStatusOrOwn(last.expression)
    : null;
}

function earlierStatusOrOwn(node: Node): ReturnType<typeof earlierStatus> {
  if (node.type === 'AssignmentExpression' && rowOf(denote(node.left))?.response?.does === 'status')
    return {
      status: typeof literal(node.right) === 'number' ? (literal(node.right) as number) : null,
      node: node.right,
    };
  return earlierStatus(node);
}

const literal = (node: Node): unknown => (node.type === 'Literal' ? node.value : null);

/** The first body found at the row's positions; of a position in an object, that part of it. */
function bodiesOf(call: TSESTree.CallExpression | TSESTree.NewExpression, row: ResponseRow): Node[] {
  if (row.does === 'pass') return call.arguments.filter((each) => each.type !== 'SpreadElement');
  const body = row.body ? findArgument(call, row.body) : null;
  return body ? [serialized(body)] : [];
}

/** What an object given back to API Gateway answers: `{ statusCode: 404, body: JSON.stringify(…) }`. */
export function readGatewayAnswer(node: Node): Pick<Answer, 'status' | 'statusNode' | 'bodies'> | null {
  const object = follow(node);
  const status = object.type === 'ObjectExpression' ? propertyIn(object, 'statusCode') : null;
  if (object.type !== 'ObjectExpression' || status === null || status === 'unknown') return null;
  const body = propertyIn(object, 'body');
  return {
    status: statusIn(status),
    statusNode: status,
    bodies: body === null || body === 'unknown' ? [] : [serialized(body)],
  };
}

/** What stands inside `JSON.stringify(…)`. */
export function serialized(node: Node): Node {
  const value = unwrap(node);
  if (value.type === 'CallExpression' && calleeName(value) === 'stringify') {
    const first = value.arguments[0];
    if (first && first.type !== 'SpreadElement') return first;
  }
  return value;
}
