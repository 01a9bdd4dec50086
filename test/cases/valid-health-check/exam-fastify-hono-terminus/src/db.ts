import knexLib from 'knex';

export const knex = knexLib({ client: 'pg', connection: process.env.DATABASE_URL });
export const ping = () => knex.raw('select 1');
export async function pingQuietly() {
  try {
    await ping();
    return true;
  } catch {
    return false;
  }
}
