import { CompiledQuery, Kysely, sql, type Transaction } from 'kysely';

export const db = new Kysely<{ users: { id: number; name: string } }>({ dialect: null as never });

export async function reads(id: number, name: string, ids: number[]) {
  await db.selectFrom('users').selectAll().execute();
  await db.selectFrom('users').selectAll().where('id', '=', id).executeTakeFirst();
  await db.selectFrom('users').select('id').where('id', 'in', ids).execute();
  await db
    .selectFrom('users')
    .select('id')
    .where((eb) => eb.and([eb('name', '=', name), eb('id', '>', 3)]))
    .execute();
  await db
    .selectFrom('users')
    .select((eb) => eb.fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  await db.selectFrom('users').select('id').limit(3).execute();
  for await (const user of db.selectFrom('users').selectAll().stream()) console.log(user);
  await sql`select * from users where name = ${name}`.execute(db);
  await db.selectFrom('users').select('id').orderBy(sql.raw(name)).execute();
  await db.executeQuery(CompiledQuery.raw('select 1', []));
}

export async function writes(trx: Transaction<{ users: { id: number; name: string } }>) {
  await trx
    .insertInto('users')
    .values({ id: 1, name: 'a' })
    .onConflict((oc) => oc.doNothing())
    .execute();
  await trx.updateTable('users').set({ name: 'b' }).where('id', '=', 1).execute();
  await trx.deleteFrom('users').where('id', '=', 1).execute();
  await db.insertInto('users').values({ id: 1, name: 'a' });
  await db.transaction().execute(async (inner) => {
    await inner.deleteFrom('users').execute();
  });
}
