import type { Lookup } from '../../model/effect.js';
import type { Node } from '../../syntax/ast.js';
import { isInside, memberName, unwrapAwait } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { constantOf } from '../values.js';

/** What a condition asks of a row that was looked up, or of a mark that was just set. */
export interface Question {
  /** `found`: true where a row was there; `missing`: where none was; `state`: by a column that tells how far it has come. */
  readonly asks: 'found' | 'missing' | 'state';
  /** The expressions whose values it asks about. */
  readonly of: Node;
}

/** Properties that tell whether and how many rows there were. */
const COUNTS =
  /^(?:length|size|count|rowCount|rows|total|changes|meta|affectedRows|affected|modifiedCount|upsertedCount|insertedCount|insertId|numInsertedOrUpdatedRows|numAffectedRows|identifiers|raw|generatedMaps|0|data|exists|_id|id|at|get)$/;
/** Properties that tell how far a thing has come. */
const STATES =
  /status|state|step|phase|stage|(?:ed|paid|done|sent|active|valid|complete|final|open)(?:_?(?:at|on|by))?$|^is[A-Z]|^has[A-Z]|^(?:enabled|verified|processed|revoked|archived)/i;

/** The questions of a condition, those of its parts included. */
export function questionsIn(test: Node): Question[] {
  const node = unwrapAwait(test);
  switch (node.type) {
    case 'UnaryExpression':
      return node.operator === '!' ? questionsIn(node.argument).map(inverted) : [];
    case 'LogicalExpression':
      return [...questionsIn(node.left), ...questionsIn(node.right)];
    case 'BinaryExpression':
      return ofComparison(node.operator, unwrapAwait(node.left), unwrapAwait(node.right));
    case 'Identifier':
    case 'CallExpression':
      return [{ asks: 'found', of: node }];
    case 'MemberExpression':
      return ofMember(node);
    case 'AssignmentExpression':
      return questionsIn(node.right);
    default:
      return [];
  }
}

const inverted = (question: Question): Question => ({
  ...question,
  asks: question.asks === 'found' ? 'missing' : question.asks === 'missing' ? 'found' : 'state',
});

function ofMember(node: Extract<Node, { type: 'MemberExpression' }>): Question[] {
  const name = memberName(node);
  if (name === null) return [];
  if (COUNTS.test(name)) return [{ asks: 'found', of: node.object }];
  return STATES.test(name) ? [{ asks: 'state', of: node.object }] : [];
}

function ofComparison(operator: string, left: Node, right: Node): Question[] {
  const asked = questionsIn(left)[0];
  if (!asked) return [];
  if (asked.asks === 'state') return [asked];
  const constant = constantOf(right);
  const isNothing =
    constant === null ||
    constant === 0 ||
    constant === false ||
    (right.type === 'Identifier' && right.name === 'undefined');
  if (/^===?$/.test(operator)) return isNothing ? [inverted(asked)] : constant === undefined ? [] : [asked];
  if (/^!==?$/.test(operator)) return isNothing ? [asked] : [];
  if (operator === '>' && constant === 0) return [asked];
  if (operator === '>=' && constant === 1) return [asked];
  return operator === '<' && constant === 1 ? [inverted(asked)] : [];
}

/** The nodes at which an expression's value comes about: itself, and what its variable was given. */
export function origins(node: Node, hops = 0): Node[] {
  const value = unwrapAwait(node);
  if (hops > 3) return [value];
  if (value.type === 'MemberExpression') return origins(value.object, hops);
  if (value.type !== 'Identifier') return [value];
  const binding = getBinding(value);
  if (binding.kind !== 'value' || !binding.init) return [];
  return [binding.init, ...origins(binding.init, hops + 1)];
}

/** The lookups that a question asks about. */
export function lookupsOf(question: Question, reads: readonly Lookup[]): Lookup[] {
  const from = origins(question.of);
  return reads.filter(({ site }) => from.some((origin) => isInside(site, origin)));
}
