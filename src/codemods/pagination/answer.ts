import { findVariable } from '../../facts/bindings.js';
import { sourceText } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { outward, wrapped } from '../../syntax/nodes.js';

/** Where the rows of a query leave a handler, whole. */
export interface Answer {
  /** The expression of the rows there. */
  readonly rows: Node;
  /** `{ orders: rows }`, which the cursor joins; null where the rows are the answer. */
  readonly property: TSESTree.Property | null;
}

/** How the frameworks' handlers read the query, and refuse it. */
export interface Form {
  readonly query: string;
  readonly refuse: string;
}

const PROBLEM = "{ error: 'limit must be 1 to 100, and cursor one that was given' }";

/** What the handler's own parameters are called decides. */
export function formOf(framework: string, fn: FunctionNode): Form | null {
  const [first, second] = fn.params.map((each) => (each.type === 'Identifier' ? each.name : null));
  if (first == null) return null;
  switch (framework) {
    case 'express':
      return second == null
        ? null
        : { query: `${first}.query`, refuse: `{\n  ${second}.status(400).json(${PROBLEM});\n  return;\n}` };
    case 'fastify':
      return second == null
        ? null
        : { query: `${first}.query`, refuse: `return ${second}.code(400).send(${PROBLEM});` };
    case 'hono':
      return { query: `${first}.req.query()`, refuse: `return ${first}.json(${PROBLEM}, 400);` };
    case 'koa':
    case 'koa-router':
      return {
        query: `${first}.query`,
        refuse: `${first}.throw(400, 'limit must be 1 to 100, and cursor one that was given');`,
      };
    default:
      return null;
  }
}

/** Where the rows go, if they go nowhere but into the answer: at once, or by a variable that is used once. */
export function findAnswer(run: Node): Answer | null {
  let rows = wrapped(run);
  if (rows.parent?.type === 'AwaitExpression') rows = wrapped(rows.parent);
  const { parent } = rows;
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') {
    const uses = (findVariable(parent.id)?.references ?? []).filter((each) => each.isRead());
    const [use] = uses;
    return use && uses.length === 1 ? answerAt(use.identifier) : null;
  }
  return answerAt(rows);
}

function answerAt(rows: Node): Answer | null {
  const outer = wrapped(rows);
  const parent = outer.parent;
  if (parent?.type === 'Property' && parent.value === outer) {
    const object = parent.parent;
    return object.type === 'ObjectExpression' && isAnswered(object) ? { rows, property: parent } : null;
  }
  return isAnswered(outer) ? { rows, property: null } : null;
}

/** `res.json(x)`, `reply.send(x)`, `c.json(x)`, `return x`, `ctx.body = x`. */
function isAnswered(node: Node): boolean {
  const parent = outward(node);
  if (parent?.type === 'CallExpression')
    return parent.arguments[0] === wrapped(node) && /\.(?:json|send)$/.test(sourceText(parent.callee));
  if (parent?.type === 'AssignmentExpression') return /\.body$/.test(sourceText(parent.left));
  return parent?.type === 'ReturnStatement' || (parent?.type === 'ArrowFunctionExpression' && parent.body === node);
}
