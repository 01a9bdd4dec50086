// @complete: no-unawaited-write
import { Hono } from 'hono';
import { eq } from 'drizzle-orm';
import { db, hits, Hit, knex, kysely, pool, sqlite } from './db.js';
import { addHit, addHits } from './hits.js';

export const app = new Hono();

app.post('/hits', async (c) => {
  const { path } = await c.req.json();
  // bad: no-unawaited-write -- drizzle's builder runs when it is awaited
  // fix: no-unawaited-write
  db.insert(hits).values({ path });
  // bad: no-unawaited-write -- Kysely without execute()
  kysely.insertInto('hits').values({ path });
  // bad: no-unawaited-write
  // fix: no-unawaited-write
  kysely.insertInto('hits').values({ path }).execute();
  // bad: no-unawaited-write -- knex too is lazy
  // fix: no-unawaited-write
  knex('hits').insert({ path });
  // bad: no-unawaited-write
  // fix: no-unawaited-write
  pool.query('INSERT INTO hits (path) VALUES ($1)', [path]);
  // bad: no-unawaited-write
  // fix: no-unawaited-write
  Hit.create({ path });
  // bad-cross: no-unawaited-write
  // fix: no-unawaited-write
  addHit(path);
  // bad-cross: no-unawaited-write
  // fix: no-unawaited-write
  addHits([path]);
  return c.body(null, 204);
});

app.post('/hits/safe', async (c) => {
  const { path } = await c.req.json();
  // ok: no-unawaited-write -- better-sqlite3 is synchronous
  sqlite.prepare('INSERT INTO hits (path) VALUES (?)').run(path);
  // ok: no-unawaited-write -- the runtime keeps it alive
  c.executionCtx.waitUntil(addHit(path));
  // ok-cross: no-unawaited-write
  await addHits([path]);
  const pending = db.insert(hits).values({ path });
  // ok: no-unawaited-write -- awaited later
  await pending;
  const hit = new Hit({ path });
  // ok: no-unawaited-write
  await hit.save();
  // ok: no-unawaited-write -- chained to a handler of its errors
  addHits([path]).then(undefined, (error) => console.error(error));
  return c.body(null, 204);
});

app.delete('/hits/:id', async (c) => {
  const hit = await Hit.findById(c.req.param('id'));
  // bad: no-unawaited-write -- a document's own method
  // fix: no-unawaited-write
  hit?.deleteOne();
  // bad: no-unawaited-write
  db.delete(hits).where(eq(hits.id, c.req.param('id')));
  return c.body(null, 204);
});
