// @complete: no-sql-concat
import pg from 'pg';
import { orderBy, RECENT } from './sql.js';

const client = new pg.Client();

export async function recent(sort: string) {
  // bad-cross: no-sql-concat -- the helper of another file builds from its arguments
  return client.query(`SELECT id FROM audit_events WHERE ${RECENT} ${orderBy(sort, 'desc')} LIMIT 50`);
}

export async function today() {
  // ok-cross: no-sql-concat -- a constant of another file
  return client.query(`SELECT id FROM audit_events WHERE ${RECENT} ${orderBy('id', 'desc')} LIMIT 50`);
}

export async function templated(kind: string) {
  const text = 'SELECT id FROM audit_events WHERE kind = :kind LIMIT 50'.replace(':kind', `'${kind}'`);
  // bad: no-sql-concat -- replace is no binding
  return client.query(text);
}

export async function joined(kind: string) {
  const lines = ['SELECT id', 'FROM audit_events', "WHERE kind = '" + kind + "'", 'LIMIT 50'];
  // bad: no-sql-concat
  return client.query(lines.join('\n'));
}

export async function joinedConstants(kind: string) {
  const lines = ['SELECT id', 'FROM audit_events', 'WHERE kind = $1', 'LIMIT 50'];
  // ok: no-sql-concat
  return client.query(lines.join('\n'), [kind]);
}

export async function concatenated(kind: string) {
  // bad: no-sql-concat
  return client.query("SELECT id FROM audit_events WHERE kind = '".concat(kind, "' LIMIT 50"));
}
