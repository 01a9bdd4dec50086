// @complete: no-unbounded-write
import Router from '@koa/router';
import { knex, kysely, sql, supabase } from './db.js';

export const router = new Router();

router.delete('/sessions', async (ctx) => {
  // bad: no-unbounded-write
  await knex('sessions').del();
  ctx.status = 204;
});

router.post('/sessions/expire', async (ctx) => {
  // bad: no-unbounded-write
  await knex('sessions').update({ expired: true });
  // bad: no-unbounded-write
  await kysely.updateTable('sessions').set({ expired: true }).execute();
  // bad: no-unbounded-write
  await kysely.deleteFrom('sessions').execute();
  // bad: no-unbounded-write
  await sql`update sessions set expired = true`;
  // bad: no-unbounded-write
  await sql`delete from sessions`;
  ctx.status = 204;
});

router.delete('/sessions/mine', async (ctx) => {
  const { user } = ctx.state;
  // ok: no-unbounded-write
  await knex('sessions').where({ user_id: user.id }).del();
  // ok: no-unbounded-write
  await knex('sessions').whereIn('id', user.sessions).update({ expired: true });
  // ok: no-unbounded-write
  await kysely.deleteFrom('sessions').where('user_id', '=', user.id).execute();
  // ok: no-unbounded-write
  await sql`delete from sessions where user_id = ${user.id}`;
  // ok: no-unbounded-write
  await supabase.from('sessions').delete().eq('user_id', user.id);
  // ok: no-unbounded-write -- match() is a condition
  await supabase.from('sessions').update({ expired: true }).match({ user_id: user.id });
  ctx.status = 204;
});

router.delete('/sessions/old', async (ctx) => {
  let query = kysely.deleteFrom('sessions');
  // ok: no-unbounded-write -- the condition comes in a second step
  query = query.where('created_at', '<', new Date(Date.now() - 86_400_000));
  await query.execute();
  // ok: no-unbounded-write -- USING and a join condition
  await sql`delete from sessions using users where users.id = sessions.user_id and users.gone`;
  // bad: no-unbounded-write
  await supabase.from('sessions').delete();
  ctx.status = 204;
});

const CLEANUP = `
  DELETE FROM audit
`;

router.post('/audit/clear', async (ctx) => {
  // bad: no-unbounded-write -- the text stands in a constant
  await knex.raw(CLEANUP);
  // ok: no-unbounded-write -- text with a condition
  await knex.raw('DELETE FROM audit WHERE at < ?', [ctx.query.before]);
  ctx.status = 204;
});
