import type { BackendFile } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { TransactionScope } from '../../model/transaction.js';
import type { Node } from '../../syntax/ast.js';
import { isInside, memberName, unwrap, wrapped } from '../../syntax/nodes.js';
import { findVariable } from '../bindings.js';
import { queriesOf } from '../queries.js';
import { isLooseBegin } from './manual.js';
import { transactionsOf } from './scopes.js';

/** A place where a transaction's client is put away for after the transaction. */
export interface KeptClient {
  readonly node: Node;
  readonly name: string;
}

/** Clients of transaction callbacks that are assigned to something which outlives the callback. */
export function* keptClientsOf(file: BackendFile): Generator<KeptClient> {
  for (const scope of transactionsOf(file)) {
    if (scope.form !== 'callback' || scope.joins !== 'client' || !scope.variable) continue;
    for (const { identifier } of scope.variable.references) {
      const use = wrapped(identifier);
      const holder = use.parent;
      if (holder?.type !== 'AssignmentExpression' || holder.right !== use || holder.operator !== '=') continue;
      const name = outerName(holder.left, scope);
      if (name !== null) yield { node: holder, name };
    }
  }
}

/** The name of a target that is declared outside of the transaction's callback. */
function outerName(target: Node, { body }: TransactionScope): string | null {
  const node = unwrap(target);
  if (node.type === 'Identifier') {
    const declared = findVariable(node)?.defs[0]?.name as Node | undefined;
    return declared && !isInside(declared, body) ? node.name : null;
  }
  if (node.type !== 'MemberExpression') return null;
  const object = unwrap(node.object);
  if (object.type === 'ThisExpression') return `this.${memberName(node) ?? '…'}`;
  return object.type === 'Identifier' && outerName(object, { body } as TransactionScope) !== null
    ? `${object.name}.${memberName(node) ?? '…'}`
    : null;
}

/** `pool.query('BEGIN')`: the statements after it run on other connections. */
export const looseBeginsOf = (file: BackendFile): readonly Query['start'][] =>
  queriesOf(file)
    .filter((query) => isLooseBegin(query))
    .map(({ start }) => start);
