// @complete: no-unawaited-write
import Database from 'better-sqlite3';
import Knex from 'knex';
import { Kysely } from 'kysely';
import { Pool } from 'pg';
import { find, prisma, rename } from './repository.js';

const pool = new Pool();
const db = new Kysely<any>({} as never);
const knex = Knex({ client: 'pg' });
const local = new Database('local.db');

export async function bad(id: string, ids: string[]) {
  // bad: no-unawaited-write
  // fix: no-unawaited-write
  pool.query('DELETE FROM notes WHERE id = $1', [id]);
  // bad: no-unawaited-write -- Prisma never sends it
  // fix: no-unawaited-write
  prisma.note.delete({ where: { id } });
  // bad: no-unawaited-write -- void doesn't run it either
  // fix: no-unawaited-write
  void knex('notes').where({ id }).del();
  // bad: no-unawaited-write -- no execute()
  db.deleteFrom('notes').where('id', '=', id);
  // bad-cross: no-unawaited-write
  // fix: no-unawaited-write
  rename(id, 'x');
  // bad: no-unawaited-write
  // fix: no-unawaited-write
  prisma.$transaction(async (tx) => {
    await tx.note.delete({ where: { id } });
  });
  // bad: no-unawaited-write
  // fix: no-unawaited-write
  ids.map(async (each) => {
    await prisma.note.delete({ where: { id: each } });
  });
}

export async function good(id: string, ids: string[]) {
  // ok: no-unawaited-write
  await pool.query('DELETE FROM notes WHERE id = $1', [id]);
  // ok: no-unawaited-write -- its failure is caught
  pool.query('DELETE FROM notes WHERE id = $1', [id]).catch(console.error);
  // ok: no-unawaited-write -- on purpose, and it runs
  void pool.query('DELETE FROM notes WHERE id = $1', [id]);
  // ok: no-unawaited-write -- synchronous
  local.prepare('DELETE FROM notes WHERE id = ?').run(id);
  // ok: no-unawaited-write
  await Promise.all(ids.map((each) => prisma.note.delete({ where: { id: each } })));
  // ok: no-unawaited-write -- awaited later
  const pending = prisma.note.delete({ where: { id } });
  await pending;
  // ok-cross: no-unawaited-write -- a read
  find(id);
  // ok: no-unawaited-write
  return prisma.note.delete({ where: { id } });
}
