// @complete: no-nosql-injection
import { Hono } from 'hono';
import { z } from 'zod';
import { CatModel } from './cat.schema';

const app = new Hono();
const Search = z.object({ owner: z.string() });

app.post('/cats', async (c) => {
  const body = await c.req.json();
  // bad: no-nosql-injection
  return c.json(await CatModel.findOne({ owner: body.owner }));
});

app.patch('/cats', async (c) => {
  const body = await c.req.json();
  // bad: no-nosql-injection -- the filter of an update
  await CatModel.updateMany({ owner: body.owner }, { $set: { name: 'x' } });
  return c.body(null, 204);
});

app.post('/cats/safe', async (c) => {
  const { owner } = Search.parse(await c.req.json());
  // ok: no-nosql-injection
  return c.json(await CatModel.findOne({ owner }));
});

app.get('/cats/:owner', async (c) => {
  // ok: no-nosql-injection -- a part of the path is always text
  return c.json(await CatModel.findOne({ owner: c.req.param('owner') }));
});

app.get('/cats', async (c) => {
  // ok: no-nosql-injection -- Hono's query() gives text
  return c.json(await CatModel.findOne({ owner: c.req.query('owner') }));
});

app.post('/cats/expr', async (c) => {
  const body = await c.req.json();
  // bad: no-nosql-injection
  return c.json(await CatModel.aggregate([{ $match: body.match }, { $limit: 20 }]));
});

export default app;
