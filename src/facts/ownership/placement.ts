import type { Query } from '../../model/query.js';
import { fileOf, type BackendFile } from '../../model/file.js';
import type { Node } from '../../syntax/ast.js';
import { calleeName, isInside, keyName } from '../../syntax/nodes.js';
import { entityKey } from '../effects/names.js';
import { queriesOf } from '../queries.js';
import { lookupOf } from './lookups.js';
import { statementOf } from './statement.js';

/** A query, seen from something that stands in it. */
export interface Surrounding {
  readonly query: Query;
  /** The outermost expression of the query: what it gives. */
  readonly value: Node;
  /** It loads the caller's own row of the users, by his id alone. */
  readonly isOwnRecord: boolean;
}

/** The innermost query that a node stands in; null where it stands in none. */
export function findQueryRound(node: Node): Surrounding | null {
  let found: { query: Query; value: Node } | null = null;
  for (const each of fileOf(node).memo(spansOf))
    if (node !== each.value && isInside(node, each.value) && (!found || each.value.range[0] >= found.value.range[0]))
      found = each;
  if (!found) return null;
  const lookup = lookupOf(found.query);
  const isOwnRecord =
    lookup !== null &&
    lookup.does === 'load' &&
    lookup.rest.length === 0 &&
    /^(?:user|account|profile|member|customer|employee)$/.test(entityKey(lookup.entity));
  return { ...found, isOwnRecord };
}

const spansOf = (file: BackendFile): { query: Query; value: Node }[] =>
  queriesOf(file).map((query) => ({
    query,
    value: [query.start, ...query.links.map(({ call }) => call)].reduce((widest, each) =>
      each.range[1] - each.range[0] > widest.range[1] - widest.range[0] ? each : widest,
    ),
  }));

const DATA = /^(?:data|create|update|set|\$set|\$push|\$addToSet|values|defaults|doc|returning)$/;
const WRITES = /^(?:create\w*|insert\w*|save|values|set|patch\w*|build|bulkCreate)$/;

/** Whether something stands in a query as what is written, rather than as what is asked for. */
export function isDataOf({ query, value }: Surrounding, node: Node): boolean {
  if (query.op === 'create') return true;
  if (query.text) {
    const said = statementOf(query);
    const isAsked = said?.filters?.some((each) => each.value && isInside(node, each.value));
    return said?.does === 'create' || (said?.does === 'change' && isAsked === false);
  }
  let inner: Node = node;
  for (let up = node.parent; up && inner !== value; inner = up, up = up.parent) {
    if (up.type === 'Property' && up.value === inner) {
      const name = keyName(up.key, up.computed) ?? '';
      if (name === 'where') return false;
      if (DATA.test(name)) return true;
    }
    if (up.type === 'CallExpression' && up.callee !== inner) {
      const name = calleeName(up) ?? '';
      if (WRITES.test(name)) return true;
      const index = up.arguments.indexOf(inner as never);
      if (/^(?:update\w*|findByIdAndUpdate|findOneAndUpdate)$/.test(name))
        return index > 0 || up.arguments.length === 1;
      return false;
    }
  }
  return false;
}
