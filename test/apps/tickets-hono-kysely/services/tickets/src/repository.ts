// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { sql } from 'kysely';
import { db } from './db.js';

const SORTS = { newest: sql`created_at DESC`, oldest: sql`created_at ASC` };

export type Sort = keyof typeof SORTS;

export async function open(sort: Sort, limit: number) {
  // ok: no-sql-concat -- a closed list
  // ok: no-unpaginated-query
  return db.selectFrom('tickets').selectAll().where('status', '=', 'open').orderBy(SORTS[sort]).limit(limit).execute();
}

export async function search(text: string) {
  // bad: no-sql-concat -- `text` is put into the statement as it comes
  const { rows } = await sql<{ id: string; subject: string }>`
    SELECT id, subject FROM tickets WHERE subject ILIKE ${sql.raw(`'%${text}%'`)} ORDER BY created_at DESC LIMIT 20`.execute(db);
  return rows;
}

export async function similar(subject: string) {
  // ok: no-sql-concat -- the tag binds
  const { rows } = await sql<{ id: string }>`SELECT id FROM tickets WHERE subject % ${subject} LIMIT 5`.execute(db);
  return rows;
}

export async function archive() {
  // bad: no-unpaginated-query
  // fix: no-unpaginated-query
  return db.selectFrom('tickets').selectAll().where('status', '=', 'closed').orderBy('created_at', 'desc').execute();
}

export async function create(authorId: string, subject: string, text: string) {
  return db.transaction().execute(async (trx) => {
    const ticket = await trx.insertInto('tickets').values({ subject, author_id: authorId }).returningAll().executeTakeFirstOrThrow();
    await trx.insertInto('comments').values({ ticket_id: ticket.id, author_id: authorId, text }).execute();
    return ticket;
  });
}

export async function comment(ticketId: string, authorId: string, text: string) {
  return db.insertInto('comments').values({ ticket_id: ticketId, author_id: authorId, text }).returningAll().executeTakeFirstOrThrow();
}

export async function comments(ticketId: string) {
  // ok: no-unpaginated-query
  return db.selectFrom('comments').selectAll().where('ticket_id', '=', ticketId).orderBy('created_at').limit(200).execute();
}
