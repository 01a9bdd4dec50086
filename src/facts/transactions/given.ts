import type { BackendFile } from '../../model/file.js';
import type { TransactionScope } from '../../model/transaction.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { enclosingFunction, isFunction, keyName } from '../../syntax/nodes.js';
import { findVariable } from '../bindings.js';
import { queriesOf } from '../queries.js';
import { denote, findInstance } from '../entities.js';
import { clientOf } from './origins.js';
import { joinOf } from './joins.js';

/** Names that a transaction's client or token has, where nothing else uses them. */
const NAMES =
  /^(?:tx|trx|t|transaction|session|txn|dbTx|mongoSession|dbTransaction|tx[A-Z]\w*|transactionalEntityManager|transactionManager)$/;
/** Types that only a transaction's client has. */
const TYPES = /Transaction|\bTx\b|Trx\b|ClientSession/;

/**
 * Functions that are handed the client of their caller's transaction, by its type or by its name, and use it: the rest
 * of the function is meant to stand inside as well.
 */
export function* givenScopes(file: BackendFile, others: readonly TransactionScope[]): Generator<TransactionScope> {
  const bodies = new Set(others.map(({ body }) => body));
  const seen = new Set<string>();
  for (const query of queriesOf(file)) {
    const { origin, root, joins } = clientOf(query);
    if (!origin || origin === 'absent' || origin.kind !== 'parameter' || origin.falls || !root) continue;
    if (bodies.has(origin.fn)) continue;
    const id = idOf(origin.fn, origin.index, origin.path);
    const name = id?.name ?? origin.path.at(-1) ?? '';
    const key = `${origin.fn.range[0]}:${origin.index}:${origin.path.join('.')}`;
    if (seen.has(key)) continue;
    seen.add(key);
    const annotation = id?.typeAnnotation ? file.text.slice(...id.typeAnnotation.range) : '';
    if (!NAMES.test(name) && !TYPES.test(annotation)) continue;
    // Without a value it may stand outside of any transaction.
    if (id?.optional || /\bundefined\b|\bnull\b/.test(annotation)) continue;
    const variable = rootVariable(root, file, name);
    yield {
      library: query.library,
      form: 'given',
      joins: joins === 'option' ? joinOf(query.library, null, file) : 'client',
      opening: origin.fn,
      body: origin.fn,
      range: origin.fn.range,
      variable: variable && findVariable(variable),
      client: variable?.name ?? null,
      type: variable ? (findInstance(denote(variable))?.type ?? null) : null,
      tokens: [origin],
      opener: null,
    };
  }
}

/** The identifier of a parameter, or of the part of it that is meant. */
function idOf(fn: FunctionNode, index: number, path: readonly string[]): TSESTree.Identifier | null {
  let current: Node | null = fn.params[index] ?? null;
  for (const name of path) {
    if (current?.type === 'AssignmentPattern') current = current.left;
    if (current?.type !== 'ObjectPattern') return null;
    const property: TSESTree.Property | TSESTree.RestElement | undefined = current.properties.find(
      (each) => each.type === 'Property' && keyName(each.key, each.computed) === name,
    );
    current = property?.type === 'Property' ? property.value : null;
  }
  return current?.type === 'Identifier' ? current : null;
}

/** The variable by which the query names the client, seen in all of the function. */
function rootVariable(root: Node, file: BackendFile, name: string): TSESTree.Identifier | null {
  if (root.type === 'Identifier') return root;
  const fn = enclosingFunction(root);
  const declared = file.index.declarators.find(
    ({ id, range }) =>
      id.type === 'Identifier' &&
      id.name === name &&
      isFunction(fn) &&
      range[0] > fn.range[0] &&
      range[1] < fn.range[1],
  );
  return declared?.id.type === 'Identifier' ? declared.id : null;
}
