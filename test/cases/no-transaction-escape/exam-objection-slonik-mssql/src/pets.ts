// @complete: no-transaction-escape
import { sql } from 'slonik';
import { knex, Pet, pool, sqlite, Visit } from './db.js';

export async function add(name: string) {
  return Pet.transaction(async (trx) => {
    const pet = await Pet.query(trx).insert({ name });
    // bad: no-transaction-escape -- query() without trx
    // fix: no-transaction-escape
    await Visit.query().insert({ petId: pet.id });
    // ok: no-transaction-escape
    await Visit.query(trx).insert({ petId: pet.id });
    // ok: no-transaction-escape
    await pet.$query(trx).patch({ name });
    return pet;
  });
}

export async function rename(id: number, name: string) {
  await pool.transaction(async (connection) => {
    await connection.query(sql.unsafe`update pets set name = ${name} where id = ${id}`);
    // bad: no-transaction-escape
    // fix: no-transaction-escape
    await pool.query(sql.unsafe`insert into log (pet_id) values (${id})`);
  });
}

// ok: no-transaction-escape -- one connection: all that runs meanwhile is in it
export const local = sqlite.transaction((id: number) => {
  sqlite.prepare('DELETE FROM pets WHERE id = ?').run(id);
  sqlite.prepare('INSERT INTO log (pet_id) VALUES (?)').run(id);
});

export async function byHand(id: number) {
  const trx = await knex.transaction();
  try {
    await trx('pets').where({ id }).del();
    // bad: no-transaction-escape
    await knex('visits').where({ pet_id: id }).del();
    await trx.commit();
  } catch (error) {
    await trx.rollback();
    throw error;
  }
  // ok: no-transaction-escape -- after the commit
  await knex('log').insert({ pet_id: id });
}
