// @complete: no-misleading-status
import { Hono } from 'hono';
import { z } from 'zod';
import { failed, problem } from './http.js';
import { loadReturn, saveReturn } from './store.js';

const app = new Hono();
const Input = z.object({ orderId: z.string(), reason: z.string() });

app.get('/returns/:id', async (c) => {
  const row = await loadReturn(c.req.param('id'));
  // bad: no-misleading-status
  if (!row) return c.json({ error: 'not found' });
  return c.json(row);
});

app.get('/v2/returns/:id', async (c) => {
  const row = await loadReturn(c.req.param('id'));
  // ok-cross: no-misleading-status
  // ok-cross: prefer-problem-details
  if (!row) return problem(c, 404, 'Not found');
  return c.json(row);
});

app.post('/returns', async (c) => {
  const parsed = Input.safeParse(await c.req.json());
  // bad: no-misleading-status -- the client's fault, not the server's
  if (!parsed.success) return c.json({ error: 'invalid input' }, 500);
  try {
    // ok: no-misleading-status
    return c.json(await saveReturn(parsed.data), 201);
  } catch (err) {
    console.error(err);
    // bad-cross: no-misleading-status -- the helper answers 200
    return failed(c, 'could not save');
  }
});

app.post('/v2/returns', async (c) => {
  const parsed = Input.safeParse(await c.req.json());
  // ok: no-misleading-status
  // bad: prefer-problem-details
  if (!parsed.success) return c.json({ error: 'invalid input' }, 422);
  // ok: no-misleading-status -- a domain's answer
  return c.json({ success: false, reason: 'outside the window' });
});

app.delete('/returns/:id', async (c) => {
  if (c.get('role' as never) !== 'clerk') {
    // bad: no-misleading-status -- known, but not allowed
    return c.json({ error: 'Insufficient permissions' }, 401);
  }
  // bad: no-misleading-status -- 204 has no body
  return c.json({ deleted: true }, 204 as never);
});

app.get('/stats', async (c) => {
  try {
    return c.json(await loadReturn('all'));
  } catch (err) {
    console.error(err);
    // bad: no-misleading-status -- a failure as 200
    return c.json({ message: 'stats failed' });
  }
});
export default app;
