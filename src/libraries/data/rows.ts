/** Rows that the data libraries have in common. */
import type { LinkRow, MemberRow, Position, QueryOperation, QueryRow, SqlRow } from '../../model/library.js';

/** A link of a chain that says something of the query. */
export const link = (row: LinkRow): MemberRow => ({ returns: 'this', link: row });
/** A link that sends the query. */
export const runs = (op?: QueryOperation): MemberRow => ({ link: { runs: true, ...(op ? { op } : {}) } });
/** A link that makes it another operation. */
export const becomes = (op: QueryOperation, more: Partial<LinkRow> = {}): MemberRow => link({ op, ...more });
export const bounds: MemberRow = link({ bounds: true });
export const groups: MemberRow = link({ groups: true });
export const conflict: MemberRow = link({ conflict: true });
export const filter: MemberRow = link({ where: 'other' });
export const among: MemberRow = link({ where: 'in' });
export const columns: MemberRow = link({ where: 'columns' });
export const expression: MemberRow = link({ where: 'expression' });
/** A link that sends the query and hands the rows over one by one. */
export const streams: MemberRow = { link: { runs: true, streams: true } };

/** A call that is a query by itself. */
export const query = (op: QueryOperation, more: Partial<QueryRow> = {}, rest: MemberRow = {}): MemberRow => ({
  query: { op, ...more },
  ...rest,
});

/** A call that takes a whole statement and its values. */
export function statement(
  text: readonly Position[],
  values: readonly Position[],
  sql: Omit<SqlRow, 'text' | 'values'>,
  rest: MemberRow = {},
): MemberRow {
  const last = values.at(-1);
  return {
    query: { op: 'raw', text, values },
    sql: { text, ...(last === undefined ? {} : { values: last }), ...sql },
    ...rest,
  };
}

/** A callback that runs inside a transaction and is handed its client. */
export const transaction = (client: string, position: Position = '0', rest: MemberRow = {}): MemberRow => ({
  callbacks: { [position]: { params: [client], transaction: 0 } },
  ...rest,
});
