// @complete: require-idempotency
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { answers } from './answers.js';
import { db } from './db.js';
import { drafts } from './drafts.js';

const app = new Hono();

app.use('/answers/*', async (c, next) => {
  const header = c.req.header('Idempotency-Key');
  if (!header || c.req.method === 'GET') return next();
  const key = `${c.req.header('Authorization')}:${c.req.path}:${header}`;
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('replays')
    .values({ key, body: null })
    .onConflict((oc) => oc.column('key').doNothing())
    .executeTakeFirst();
  if (!numInsertedOrUpdatedRows) return c.json({ title: 'Already handled' }, 409);
  return next();
});

app.route('/answers', answers);
app.route('/drafts', drafts);

serve(app);
