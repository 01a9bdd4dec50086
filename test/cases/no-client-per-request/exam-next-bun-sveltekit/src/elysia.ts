// @complete: no-client-per-request
import { Elysia } from 'elysia';
import { drizzle } from 'drizzle-orm/node-postgres';
import pg from 'pg';

export const app = new Elysia()
  // ok: no-client-per-request -- decorate() is given it once
  .decorate('db', drizzle(new pg.Pool()))
  .get('/notes', async ({ db }) => db.execute('select id from notes limit 20'))
  .get('/bad', async () => {
    // bad: no-client-per-request
    const db = drizzle(new pg.Pool());
    return db.execute('select id from notes limit 20');
  });
