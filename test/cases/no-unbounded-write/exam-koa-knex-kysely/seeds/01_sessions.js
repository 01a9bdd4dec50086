// @complete: no-unbounded-write
export async function seed(knex) {
  // ok: no-unbounded-write -- a seed starts from an empty table
  await knex('sessions').del();
  await knex('sessions').insert([{ id: 1 }]);
}
