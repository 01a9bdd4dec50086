// @complete: no-unpaginated-query
import { createClient } from '@libsql/client/web';
import { neon } from '@neondatabase/serverless';

const turso = createClient({ url: process.env.TURSO_URL! });
const sql = neon(process.env.DATABASE_URL!);

export async function tags() {
  // bad: no-unpaginated-query
  const { rows } = await turso.execute('SELECT id, label FROM tags ORDER BY label');
  return rows;
}

export async function tagsOfKind(kind: string) {
  // bad: no-unpaginated-query
  const { rows } = await turso.execute({ sql: 'SELECT id, label FROM tags WHERE kind = ?', args: [kind] });
  return rows;
}

export async function someTags() {
  // ok: no-unpaginated-query
  const { rows } = await turso.execute({ sql: 'SELECT id, label FROM tags ORDER BY label LIMIT ?', args: [20] });
  return rows;
}

export async function comments() {
  // bad: no-unpaginated-query
  return sql`SELECT id, body FROM comments ORDER BY id DESC`;
}

export async function commentsOf(noteId: string) {
  // ok: no-unpaginated-query
  return sql`SELECT id, body FROM comments WHERE note_id = ${noteId}`;
}

export async function comment(id: string) {
  // ok: no-unpaginated-query
  const [row] = await sql`SELECT id, body FROM comments WHERE id = ${id}`;
  return row;
}

export async function lastComments() {
  // ok: no-unpaginated-query
  return sql.query('SELECT id, body FROM comments ORDER BY id DESC LIMIT $1', [20]);
}

export async function allComments() {
  // bad: no-unpaginated-query
  return sql.query('SELECT id, body FROM comments ORDER BY id DESC');
}
