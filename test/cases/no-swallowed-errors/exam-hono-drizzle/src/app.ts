// @complete: no-swallowed-errors
import { Hono } from 'hono';
import { createInvite, findInvite } from './services/invites.js';

export const app = new Hono();

app.post('/invites', async (c) => {
  const { email } = await c.req.json<{ email: string }>();
  try {
    return c.json(await createInvite(email), 201);
    // ok: no-swallowed-errors -- the error is answered
  } catch (error) {
    return c.json({ error: 'could not invite', reason: (error as Error).name }, 500);
  }
});

app.get('/invites/:id', async (c) => {
  const invite = await findInvite(c.req.param('id'));
  return invite ? c.json(invite) : c.notFound();
});
