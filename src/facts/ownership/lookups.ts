import type { Filter, Query } from '../../model/query.js';
import type { Node } from '../../syntax/ast.js';
import { calleeName, unwrap } from '../../syntax/nodes.js';
import { entityKey } from '../effects/names.js';
import { filtersOf } from '../filters.js';
import { follow } from '../values.js';
import { statementOf } from './statement.js';

/** A query that is about one record (or a list of them) by its id. */
export interface Lookup {
  readonly query: Query;
  readonly does: 'load' | 'change' | 'delete';
  readonly entity: string;
  readonly id: Node;
  /** What else narrows it. */
  readonly rest: readonly Filter[];
}

const BY_ID = /^(?:findById|findByPk|findOneById|deleteById|patchAndFetchById|updateAndFetchById|findByIdAnd\w+)$/;
/** https://typeorm.io/docs/working-with-entity-manager/repository-api: methods that take an id where others take a filter. */
const ID_OR_FILTER = /^(?:delete|softDelete|restore|update|findOne|findOneOrFail)$/;
const DOES: Readonly<Partial<Record<Query['op'], Lookup['does']>>> = {
  'read-one': 'load',
  'read-many': 'load',
  update: 'change',
  upsert: 'change',
  delete: 'delete',
};

/** What a query looks up by id; null for what is no such query, or whose filters can't be read. */
export function lookupOf(query: Query): Lookup | null {
  const said = query.text ? statementOf(query) : null;
  const does = said ? said.does : DOES[query.op];
  const entity = said ? said.table : query.entity;
  if (!does || does === 'create' || entity === null || query.proof === 'name') return null;
  const direct = said ? null : directId(query);
  if (direct) return { query, does, entity, id: direct, rest: [] };
  const known = said ? said.filters : knownFilters(query);
  if (!known || known.length === 0 || known.some(({ column, value }) => column === '' || !value)) return null;
  const isId = idOf(entity);
  const id = known.find(
    ({ column, how }) =>
      isId(column) && (how === 'equal' || (how === 'in' && (does !== 'load' || query.op === 'read-one'))),
  );
  return id ? { query, does, entity, id: id.value!, rest: known.filter((each) => each !== id) } : null;
}

/** All filters of a query, where they can be told. */
function knownFilters(query: Query): readonly Filter[] | null {
  const { known, complete } = filtersOf(query);
  return complete ? known : null;
}

/** `id`, `_id`, `uuid`, and `orderId` of orders. */
const idOf = (entity: string): ((column: string) => boolean) => {
  const key = entityKey(entity);
  return (column) => {
    const plain = column.replaceAll('_', '').toLowerCase();
    return plain === 'id' || plain === 'uuid' || plain === 'pk' || plain === `${key}id` || plain === `${key}uuid`;
  };
};

/** `Order.findById(id)`, `orders.delete(id)`, `.findById(id)` in a chain. */
function directId({ start, links, library }: Query): Node | null {
  const calls = [...(start.type === 'CallExpression' ? [start] : []), ...links.map(({ call }) => call)];
  if (links.some(({ row, name }) => row.where !== undefined && !BY_ID.test(name))) return null;
  for (const call of calls) {
    const name = calleeName(call) ?? '';
    const manager = library.name === 'mikro-orm' && call.arguments.length > 1 ? 1 : 0;
    const given = call.arguments[manager];
    if (!given || given.type === 'SpreadElement') continue;
    if (BY_ID.test(name)) return given;
    if (!/typeorm|mikro/.test(library.name) || !ID_OR_FILTER.test(name)) continue;
    const value = unwrap(follow(given));
    if (/^(?:Identifier|MemberExpression|UnaryExpression|CallExpression)$/.test(value.type) && isScalar(value))
      return given;
  }
  return null;
}

/** A name that is an id's, and no filter's. */
const isScalar = (value: Node): boolean => {
  const name =
    value.type === 'Identifier'
      ? value.name
      : value.type === 'MemberExpression' && value.property.type === 'Identifier'
        ? value.property.name
        : value.type === 'CallExpression' || value.type === 'UnaryExpression'
          ? 'id'
          : '';
  return /id$|uuid$/i.test(name);
};
