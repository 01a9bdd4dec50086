import { enginesAt } from '../../facts/schema/engines.js';
import { chainRound, linksOf, propertiesOf } from '../../facts/schema/names.js';
import { follow } from '../../facts/values.js';
import { sourceText, type BackendFile } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, findProperty, memberName, unwrap } from '../../syntax/nodes.js';
import type { Edits } from '../edits.js';
import { addNames } from '../project/imports.js';
import { styleOf } from '../project/style.js';
import type { Target } from '../project/target.js';
import {
  findOther,
  lineBefore,
  reasonAgainst,
  withTieBreak,
  type Column,
  type Order,
  type Paging,
  type Unpaged,
} from './paging.js';
import type { IdType } from './template.js';

const KNOWN = /^(?:select|from|where|orderBy)$/;
const TYPES: Readonly<Record<string, IdType>> = {
  serial: 'number',
  integer: 'number',
  int: 'number',
  uuid: 'uuid',
  text: 'string',
  varchar: 'string',
  char: 'string',
};

/** The parts of `db.select().from(table)…` that a page changes. */
interface Parts {
  readonly chain: TSESTree.CallExpression;
  readonly from: TSESTree.CallExpression;
  readonly where: TSESTree.CallExpression | null;
  readonly orderBy: TSESTree.CallExpression | null;
  /** The table as the code calls it. */
  readonly table: string;
}

/** A list that Drizzle's `select` reads from one table. */
export function drizzlePaging(file: BackendFile, start: TSESTree.CallExpression): Paging | Unpaged {
  const chain = chainRound(start);
  const links = linksOf(chain);
  if (links[0] !== start || calleeName(start) !== 'select')
    return { why: "of Drizzle's queries it pages db.select().from(…)" };
  const other = findOther(links, KNOWN);
  if (other !== null) return { why: `its query has .${other}(), which this codemod does not page` };
  const [from, where = null, orderBy = null] = ['from', 'where', 'orderBy'].map((name) =>
    links.find((link) => calleeName(link) === name),
  );
  const source = from?.arguments[0];
  if (!from || !source || new Set(links.map(calleeName)).size < links.length)
    return { why: 'its query is not of the form db.select().from(…)' };
  const parts: Parts = { chain, from, where, orderBy, table: sourceText(source) };
  const columns = columnsOf(source);
  if (!columns) return { why: `the declaration of ${parts.table} can't be read` };
  const fields = start.arguments[0] && unwrap(start.arguments[0]);
  const id = fields?.type === 'ObjectExpression' ? findProperty(fields, 'id') : null;
  if (fields && (!id || sourceText(id.value) !== `${parts.table}.id`))
    return { why: 'its query does not select the id, which the cursor is made of' };
  const sorts = (orderBy?.arguments ?? []).map((each) => sortOf(each, parts.table));
  if (sorts.includes(null)) return { why: 'its query is not sorted by plain columns' };
  const order = withTieBreak(sorts.filter((each) => each !== null));
  if ('why' in order) return order;
  const why = reasonAgainst(order, columns, parts.table, enginesAt(file.project, file.path));
  if (why !== null) return { why };
  return {
    id: columns.get('id')!.type!,
    run: chain,
    apply: (edits, target) => pageChain(edits, target, file, parts, order),
  };
}

/** The columns of a table by the names of their properties. */
function columnsOf(source: Node): ReadonlyMap<string, Column> | null {
  const table = follow(source);
  if (table.type !== 'CallExpression' || !/table/i.test(calleeName(table) ?? '')) return null;
  return new Map(
    propertiesOf(table.arguments[1]).map(({ name, value }) => {
      const [kind = '', ...called] = linksOf(value).map((link) => calleeName(link) ?? '');
      const isPrimary = called.includes('primaryKey');
      return [name, { type: TYPES[kind] ?? null, isPrimary, isRequired: isPrimary || called.includes('notNull') }];
    }),
  );
}

/** `orders.createdAt`, `asc(orders.createdAt)`, `desc(orders.createdAt)`. */
function sortOf(node: Node, table: string): { column: string; isDescending: boolean } | null {
  const sort = unwrap(node);
  if (sort.type === 'CallExpression') {
    const way = calleeName(sort);
    const inner = (way === 'asc' || way === 'desc') && sort.arguments[0] ? sortOf(sort.arguments[0], table) : null;
    return inner && { ...inner, isDescending: way === 'desc' };
  }
  const column = sort.type === 'MemberExpression' && sourceText(sort.object) === table ? memberName(sort) : null;
  return column === null ? null : { column, isDescending: false };
}

function pageChain(edits: Edits, target: Target, file: BackendFile, parts: Parts, order: Order): void {
  const { chain, from, where, orderBy, table } = parts;
  const isById = order.columns.length === 1;
  const compare = isById ? (order.isDescending ? 'lt' : 'gt') : 'sql';
  const direction = order.isDescending ? 'desc' : 'asc';
  const names = addNames(
    edits,
    target,
    file,
    [...(where?.arguments.length ? ['and'] : []), compare, ...(order.hasId ? [] : [direction])],
    'drizzle-orm',
  );
  const called = (name: string): string => names.get(name)!;
  const listed = order.columns.map((name) => `\${${table}.${name}}`).join(', ');
  const after = isById
    ? `${called(compare)}(${table}.id, page.cursor)`
    : `${called('sql')}\`(${listed}) ${order.isDescending ? '<' : '>'} (select ${listed} from \${${table}} where \${${table}.id} = \${page.cursor})\``;
  const condition = `page.cursor === undefined ? undefined : ${after}`;
  const line = lineBefore(file, chain);
  const given = where?.arguments[0];
  if (given) {
    const style = styleOf([file]);
    const inner = `${line}${style.indent}`;
    edits.insert(file, given.range[0], `${called('and')}(${inner}`);
    edits.insert(file, given.range[1], `,${inner}${condition}${style.trailingCommas ? ',' : ''}${line})`);
  } else edits.insert(file, from.range[1], `${line}.where(${condition})`);
  const last = orderBy?.arguments.at(-1);
  const tie = order.hasId ? '' : `${called(direction)}(${table}.id)`;
  if (last && tie !== '') edits.insert(file, last.range[1], `, ${tie}`);
  const sorted = last ? '' : `${line}.orderBy(${tie})`;
  edits.insert(file, chain.range[1], `${sorted}${line}.limit(page.limit + 1)`);
}
