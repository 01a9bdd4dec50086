// @complete: no-misleading-status
import express from 'express';
import { z, ZodError } from 'zod';
import { store } from './store.js';
import { refuse } from './refuse.js';

const app = express();
const item = z.object({ name: z.string() });

app.get('/items/:id', async (req, res) => {
  const found = await store.find(req.params.id);
  // bad: no-misleading-status
  if (!found) return void res.json({ error: 'no such item' });
  // ok: no-misleading-status
  res.json(found);
});
app.get('/items', async (req, res) => {
  try {
    res.json(await store.all());
  } catch (error) {
    console.error(error);
    // bad: no-misleading-status
    res.status(200).json({ items: [] });
  }
});
app.post('/items', async (req, res) => {
  const parsed = item.safeParse(req.body);
  if (!parsed.success) {
    // bad: no-misleading-status
    res.status(500).json({ error: 'bad item' });
    return;
  }
  await store.add(parsed.data);
  // ok: no-misleading-status
  res.status(201).json({ id: 1 });
});
app.put('/items/:id', async (req, res) => {
  if (!req.body.name) {
    // ok: no-misleading-status
    res.status(400).json({ error: 'name is missing' });
    return;
  }
  try {
    await store.add(item.parse(req.body));
    // bad: no-misleading-status -- a body that never arrives
    res.status(204).json({ ok: true });
  } catch (error) {
    if (error instanceof ZodError) {
      // bad: no-misleading-status
      res.status(500).json({ error: 'invalid' });
      return;
    }
    // ok: no-misleading-status
    res.status(500).json({ error: 'failed' });
  }
});
app.delete('/items/:id', async (req, res) => {
  if (req.user.role !== 'admin') {
    // bad: no-misleading-status
    res.status(401).json({ error: 'admins only' });
    return;
  }
  // ok: no-misleading-status
  res.status(204).end();
});
app.get('/me', (req, res) => {
  if (!req.user) {
    // ok: no-misleading-status
    res.status(401).json({ error: 'sign in' });
    return;
  }
  // ok: no-misleading-status -- a domain's own word
  res.json({ success: false, reason: 'no profile' });
});
app.get('/search', async (req, res) => {
  const { data, error } = await store.search(req.query.q);
  // ok: no-misleading-status -- an error that may be null, beside data
  res.json({ data, error });
});
app.get('/page', (req, res) => {
  // bad: no-misleading-status
  if (!req.query.id) return res.render('errors/404');
  // ok: no-misleading-status
  res.status(404).render('errors/404');
});
app.get('/refused', (req, res) => {
  // ok: no-misleading-status
  refuse(res, 'no');
});
app.post('/webhooks/pay', async (req, res) => {
  try {
    await store.add(req.body);
  } catch {
    // ok: no-misleading-status -- its sender would send it again
    res.status(200).json({ received: true });
  }
});
