// @complete: no-unbounded-write
import express from 'express';
import { and, eq, type SQL } from 'drizzle-orm';
import { dataSource, db, Job, notes, pool, sqlite } from './db';
import { Session } from './session.entity';

const app = express();
const sessions = dataSource.getRepository(Session);

app.post('/a', async (req, res) => {
  // bad: no-unbounded-write
  await sessions.clear();
  // bad: no-unbounded-write
  await sessions.delete({});
  // bad: no-unbounded-write
  await sessions.createQueryBuilder().delete().from(Session).execute();
  // ok: no-unbounded-write
  await sessions.createQueryBuilder().delete().from(Session).where('userId = :id', { id: req.body.id }).execute();
  // bad: no-unbounded-write
  await dataSource.createQueryBuilder().update(Session).set({ userId: 'x' }).execute();
  // ok: no-unbounded-write
  await sessions.delete(req.params.id);
  // ok: no-unbounded-write
  await sessions.softDelete({ userId: req.params.id });
  res.end();
});

app.post('/b', async (req, res) => {
  // bad: no-unbounded-write
  await Job.destroy({ where: {} });
  // bad: no-unbounded-write
  await Job.destroy({ truncate: true });
  // bad: no-unbounded-write
  await Job.update({ state: 'old' }, { where: {} });
  // ok: no-unbounded-write
  await Job.update({ state: 'old' }, { where: { state: 'new' } });
  const job = await Job.findByPk(req.body.id);
  // ok: no-unbounded-write -- an instance
  await job?.destroy();
  // ok: no-unbounded-write
  await job?.update({ state: 'old' });
  res.end();
});

app.post('/c', async (req, res) => {
  // bad: no-unbounded-write
  sqlite.prepare('DELETE FROM carts').run();
  // bad: no-unbounded-write
  sqlite.exec('UPDATE carts SET open = 0');
  // ok: no-unbounded-write
  sqlite.prepare('DELETE FROM carts WHERE id = ?').run(req.body.id);
  // bad: no-unbounded-write
  await pool.execute('UPDATE carts SET open = ?', [0]);
  // ok: no-unbounded-write -- LIMIT bounds it
  await pool.execute('DELETE FROM carts ORDER BY id LIMIT 100');
  res.end();
});

app.post('/d', async (req, res) => {
  // bad: no-unbounded-write
  await db.delete(notes);
  // bad: no-unbounded-write
  await db.update(notes).set({ team: null });
  // bad: no-unbounded-write -- without ?team there is no condition
  await db.delete(notes).where(req.query.team ? eq(notes.team, String(req.query.team)) : undefined);
  // ok: no-unbounded-write
  await db.delete(notes).where(and(eq(notes.owner, req.body.owner), req.query.team ? eq(notes.team, String(req.query.team)) : undefined));
  const conditions: SQL[] = [eq(notes.owner, req.body.owner)];
  if (req.query.team) conditions.push(eq(notes.team, String(req.query.team)));
  // ok: no-unbounded-write
  await db.delete(notes).where(and(...conditions));
  res.end();
});

export default app;
