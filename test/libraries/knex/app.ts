import knex from 'knex';

const db = knex({ client: 'pg', connection: { host: 'db', user: 'app', password: process.env.DB_PASSWORD } });

export const all = () => db('users').select('id', 'name');
export const page = (name: string) => db('users').where({ name }).orderBy('id').limit(20);
export const byIds = (ids: number[]) => db.select('*').from('users').whereIn('id', ids);
export const one = (id: number) => db('users').where('id', id).first();
export const total = () => db('users').count('id as n');
export const names = () => db('users').pluck('name');
export async function write(id: number, name: string) {
  await db('users').insert({ name });
  await db('users').insert({ id, name }).onConflict('id').merge();
  await db('users').where({ id }).update({ name });
  await db('users').where({ id }).increment('logins', 1);
  await db('users').where('id', id).del();
  await db('users').delete();
}
export async function raw(name: string) {
  await db.raw('select id from users where name = ?', [name]);
  await db('users').whereRaw(`name = '${name}'`).limit(1);
  await db('users').orderByRaw(name).limit(1);
}
export const move = (id: number) =>
  db.transaction(async (trx) => {
    await trx('users').where({ id }).update({ team_id: 2 });
  });
export const stream = () => db('users').stream();
