import type { Engine } from '../../model/schema.js';
import { sourceText, type BackendFile } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName } from '../../syntax/nodes.js';
import type { Edits } from '../edits.js';
import { styleOf } from '../project/style.js';
import type { Target } from '../project/target.js';
import type { IdType } from './template.js';

/** How the list of one client becomes a page of it. */
export interface Paging {
  readonly id: IdType;
  /** The expression that is awaited for the rows. */
  readonly run: Node;
  /** One row more than the page, in an order in which no two rows are equal, after the row that the cursor names. */
  readonly apply: (edits: Edits, target: Target) => void;
}

/** Why a list can't be paged here: `its rows are grouped`. */
export interface Unpaged {
  readonly why: string;
}

/** The order of a list: columns that are all sorted in one direction, the id last. */
export interface Order {
  readonly columns: readonly string[];
  readonly isDescending: boolean;
  /** Whether the code sorts by the id already. */
  readonly hasId: boolean;
}

/** The order with the id as tie-break. What stands behind the id decides nothing. */
export function withTieBreak(
  given: readonly { readonly column: string; readonly isDescending: boolean }[],
): Order | Unpaged {
  const at = given.findIndex(({ column }) => column === 'id');
  const counted = at === -1 ? given : given.slice(0, at + 1);
  const isDescending = counted[0]?.isDescending ?? false;
  if (counted.some((each) => each.isDescending !== isDescending))
    return { why: 'its order goes up by one column and down by another' };
  const columns = counted.map(({ column }) => column);
  return { columns: at === -1 ? [...columns, 'id'] : columns, isDescending, hasId: at !== -1 };
}

/** What the declaration of a table says of a column. */
export interface Column {
  /** Null for types that cursors are not made of. */
  readonly type: IdType | null;
  readonly isPrimary: boolean;
  /** NOT NULL: a row without a value would be on no page. */
  readonly isRequired: boolean;
}

/** Why a page of a table can't be cut by this order; null where it can. */
export function reasonAgainst(
  { columns: sorted }: Order,
  columns: ReadonlyMap<string, Column>,
  table: string,
  engines: ReadonlySet<Engine>,
): string | null {
  const id = columns.get('id');
  if (!id?.isPrimary) return `${table} has no column id that is its primary key`;
  if (id.type === null) return `the id of ${table} is of a type that this codemod makes no cursors of`;
  const open = sorted.find((name) => !columns.get(name)?.isRequired);
  if (open !== undefined)
    return `its order is by ${open}, which the schema does not say to be NOT NULL (rows without it would be on no page)`;
  return sorted.length > 1 && engines.has('mssql') ? "its database can't compare rows of several columns" : null;
}

/** The first link of a chain that is none of these: it may change what a page would be. */
export const findOther = (links: readonly TSESTree.CallExpression[], known: RegExp): string | null =>
  links.map((link) => calleeName(link) ?? sourceText(link.callee)).find((name) => !known.test(name)) ?? null;

/** What stands before a link that is added to a chain: its line and indentation. */
export function lineBefore({ text }: BackendFile, chain: TSESTree.CallExpression): string {
  if (chain.callee.type === 'MemberExpression') {
    const own = /\n([ \t]*)\.$/.exec(text.slice(0, chain.callee.property.range[0]))?.[1];
    if (own !== undefined) return `\n${own}`;
  }
  const indent = /^[ \t]*/.exec(text.slice(text.lastIndexOf('\n', chain.range[0]) + 1))![0];
  return `\n${indent}${styleOf([{ text }]).indent}`;
}
