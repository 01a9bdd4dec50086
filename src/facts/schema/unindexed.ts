import type { BackendFile } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import type { Node } from '../../syntax/ast.js';
import { unwrap } from '../../syntax/nodes.js';
import { filtersOf } from '../filters.js';
import { argumentAt, constantOf, textOf } from '../values.js';
import { columnKey, nameOf, propertiesOf } from './names.js';
import { isLeading } from './tables.js';
import { tableNamed } from './table-named.js';

/** The index that a query lacks: what it filters or sorts by, and the columns that the index should have. */
export interface MissingIndex {
  readonly for: 'filter' | 'sort';
  readonly columns: readonly string[];
}

/** The index that a query's filter, or its sort where nothing filters, would need; null where one is there or it can't be told. */
export function missingIndexOf(query: Query, file: BackendFile): MissingIndex | null {
  if (query.entity === null) return null;
  const table = tableNamed(query.entity, query.library.name === 'prisma', file);
  if (!table) return null;
  const { known, complete } = filtersOf(query);
  if (!complete) return null;
  const isColumn = (name: string): boolean => table.columns.has(columnKey(name));
  if (known.length > 0) {
    // A relation, an alternative, a condition that has no name: nothing is known of what narrows it.
    if (known.some(({ column }) => !isColumn(column))) return null;
    const isServed = known.some(
      ({ column }) =>
        isLeading([column], table.indexes) ||
        table.foreignKeys.some(({ names }) => names.some((each) => columnKey(each) === columnKey(column))),
    );
    // An index on a flag narrows nothing.
    const useful = known.filter(({ value }) => !(value && typeof constantOf(value) === 'boolean'));
    if (isServed || useful.length === 0) return null;
    const columns = [...useful.filter(({ how }) => how !== 'other'), ...useful.filter(({ how }) => how === 'other')];
    return { for: 'filter', columns: [...new Set(columns.map(({ column }) => column))] };
  }
  const sort = query.op === 'read-many' ? sortOf(query) : null;
  return sort !== null && isColumn(sort) && !isLeading([sort], table.indexes) ? { for: 'sort', columns: [sort] } : null;
}

/** The first column that a query sorts by. */
function sortOf(query: Query): string | null {
  if (query.start.type === 'CallExpression')
    // MikroORM's stand after the filter, and after the entity where the manager is asked.
    for (const option of ['0.orderBy', '0.order', '1.orderBy', '2.orderBy']) {
      const given = argumentAt(query.start, option);
      if (typeof given !== 'string') return columnIn(given);
    }
  for (const { name, call } of query.links)
    if (/^(?:orderBy|sort)$/.test(name) && call.arguments[0]) return columnIn(call.arguments[0]);
  return null;
}

function columnIn(node: Node): string | null {
  const value = unwrap(node);
  if (value.type === 'ArrayExpression') return value.elements[0] ? columnIn(value.elements[0]) : null;
  if (value.type === 'ObjectExpression') return propertiesOf(value)[0]?.name ?? null;
  return textOf(value)?.replace(/^-|^.*\./, '') ?? nameOf(value);
}
