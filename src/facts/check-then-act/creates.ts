import type { Effect, Lookup } from '../../model/effect.js';
import type { BackendFile } from '../../model/file.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';
import { hasBody, isInside, keyName } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { effectsOf } from '../effects.js';
import { entityKey } from '../effects/names.js';
import { exitOf, isOnTheWay } from '../effects/repeats.js';
import { lookupsOf, questionsIn } from '../effects/tests.js';
import { writeOf } from '../effects/writes.js';
import { denote } from '../entities.js';
import { filtersOf } from '../filters.js';
import { isRefusedRepeat } from '../unique-keys.js';
import { follow } from '../values.js';
import type { Race } from './races.js';

/** Rows created where none was found before. */
export function* createsIn(fn: FunctionNode, reads: readonly Lookup[]): Generator<Race> {
  const creates = effectsOf(fn).effects.filter((effect) => isOpen(effect, fn));
  if (creates.length === 0 || !hasBody(fn)) return;
  for (const node of allOf(fn.body, ['IfStatement', 'ConditionalExpression', 'LogicalExpression'])) {
    const test = node.type === 'LogicalExpression' ? node.left : node.test;
    if (node.type === 'LogicalExpression' && node.operator === '&&') continue;
    for (const question of questionsIn(test)) {
      if (question.asks === 'state') continue;
      for (const read of lookupsOf(question, reads))
        for (const effect of creates) {
          if (!isSameThing(read, effect) || effect.site.range[0] < read.site.range[1]) continue;
          if (isReached(node, question.asks, effect.site, fn))
            yield { kind: isRefused(effect) ? 'refused' : 'create', site: effect.site, read, column: null, effect };
        }
    }
  }
}

/** Whether a creation is made where the row was not found. */
function isReached(
  node: Extract<Node, { type: 'IfStatement' | 'ConditionalExpression' | 'LogicalExpression' }>,
  asks: 'found' | 'missing',
  site: Node,
  fn: FunctionNode,
): boolean {
  if (node.type === 'LogicalExpression') return asks === 'found' && isInside(site, node.right);
  if (asks === 'missing') return isInside(site, node.consequent);
  if (node.alternate && isInside(site, node.alternate)) return true;
  return (
    node.type === 'IfStatement' &&
    site.range[0] > node.range[1] &&
    exitOf(node.consequent) !== null &&
    isOnTheWay(node, site, fn)
  );
}

/** What is said of a conflict, by databases and clients. */
const CONFLICTS =
  /P2002|\b23505\b|\b1?11000\b|UniqueConstraint|UniqueViolation|ER_DUP_ENTRY|SQLITE_CONSTRAINT|duplicate key|isUnique\w*Error|QueryFailedError|DuplicateKey/i;

/** Whether the project knows the refusal of a unique key when it sees one. */
const handlesConflicts = ({ project, path }: BackendFile): boolean =>
  project.filesMentioning(path, CONFLICTS).length > 0;

/** Whether a unique key refuses a second creation. */
function isRefused({ query, file }: Effect): boolean {
  const write = query && writeOf(query);
  return query !== null && write !== null && isRefusedRepeat(query, write, file);
}

/** Whether nothing handles a second creation. */
function isOpen(effect: Effect, fn: FunctionNode): boolean {
  if (effect.kind !== 'create' || !effect.query || effect.query.proof === 'name') return false;
  // A key that refuses the second is enough where somebody turns the refusal into an answer.
  const isKeyed = isRefused(effect);
  if (isKeyed && handlesConflicts(effect.file)) return false;
  const isBare = (safety: Effect['safety']): boolean => safety === null || (safety === 'unique' && isKeyed);
  if (!isBare(effect.safety) && effect.safety !== 'dedup') return false;
  if (effect.site === effect.node) return true;
  // A function that asks for itself.
  const callee = effect.site.type === 'CallExpression' ? denote(effect.site.callee) : null;
  if (callee?.kind !== 'function' || isInside(callee.node, fn)) return false;
  return effectsOf(callee.node).effects.some(({ node, safety }) => node === effect.node && isBare(safety));
}

/** Whether the row that was looked for is the one that is created: of the same table, by a column that the new one is given. */
function isSameThing({ entity, query }: Lookup, effect: Effect): boolean {
  if (effect.entity === null || entityKey(entity) !== entityKey(effect.entity)) return false;
  const { known, complete } = filtersOf(query);
  const data = effect.query && writeOf(effect.query)?.data;
  const object = data && follow(data);
  if (!complete || known.length === 0 || object?.type !== 'ObjectExpression') return true;
  const given: string[] = [];
  for (const property of object.properties) {
    const key = property.type === 'Property' ? keyName(property.key, property.computed) : null;
    if (key === null) return true;
    given.push(plain(key));
  }
  return known.some(({ column }) => column === '' || given.some((each) => plain(column).includes(each)));
}

const plain = (column: string): string => column.replaceAll('_', '').toLowerCase();
