// @complete: no-unbounded-write
export async function up(knex) {
  // ok: no-unbounded-write -- a migration rewrites a table on purpose
  await knex('sessions').update({ expired: false });
}
export async function down() {}
