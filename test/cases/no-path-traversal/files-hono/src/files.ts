// @complete: no-path-traversal
import { Hono } from 'hono';
import { readFile, writeFile, unlink } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Storage, within } from './storage.js';

const app = new Hono();
const ROOT = path.resolve('uploads');
const storage = new Storage(ROOT);

app.get('/raw/:name', async (c) => {
  // bad: no-path-traversal
  const data = await readFile(`${ROOT}/${c.req.param('name')}`);
  return c.body(data);
});

app.get('/normal', async (c) => {
  const file = path.normalize(c.req.query('file')!);
  // bad: no-path-traversal -- normalize keeps the way up
  return c.body(await readFile(path.join(ROOT, file)));
});

app.get('/within', async (c) => {
  const file = path.resolve(ROOT, c.req.query('file')!);
  if (!file.startsWith(ROOT + path.sep)) return c.text('no', 400);
  // ok: no-path-traversal -- resolved and compared
  return c.body(await readFile(file));
});

app.post('/upload', async (c) => {
  const { file } = await c.req.parseBody();
  // bad: no-path-traversal -- the client names its file
  await writeFile(path.join(ROOT, (file as File).name), Buffer.from(await (file as File).arrayBuffer()));
  return c.body(null, 204);
});

app.delete('/:name', async (c) => {
  // ok: no-path-traversal -- the last segment
  await unlink(path.join(ROOT, path.basename(c.req.param('name'))));
  return c.body(null, 204);
});

app.get('/stored', (c) => {
  // bad-cross: no-path-traversal
  const stream = storage.open(c.req.query('key')!);
  return c.body(stream as never);
});

app.get('/safe', (c) => {
  const file = within(ROOT, c.req.query('key')!);
  // ok: no-path-traversal -- the helper throws for what leads out
  return c.body(createReadStream(file) as never);
});

app.get('/lang', async (c) => {
  const lang = c.req.query('lang') ?? 'en';
  if (!/^[a-z]{2}$/.test(lang)) return c.text('no', 400);
  // ok: no-path-traversal -- two letters
  return c.json(JSON.parse(await readFile(`locales/${lang}.json`, 'utf8')));
});

export default app;
