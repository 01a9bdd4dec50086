// @complete: no-sync-io-in-handler
import { execSync } from 'node:child_process';
import { pbkdf2Sync, randomBytes } from 'node:crypto';
import * as fs from 'node:fs';
import { gzipSync } from 'node:zlib';
import bcrypt from 'bcryptjs';
import { Hono } from 'hono';
import { fallback, render, renderSync } from './services/templates.js';

// ok: no-sync-io-in-handler -- once, at start
const config = JSON.parse(fs.readFileSync('config.json', 'utf8'));
const app = new Hono();

app.get('/page/:name', (c) => {
  // ok-cross: no-sync-io-in-handler -- said where it blocks
  return c.html(renderSync(c.req.param('name')));
});
app.get('/v2/page/:name', async (c) => {
  // ok-cross: no-sync-io-in-handler
  return c.html(await render(c.req.param('name')));
});
app.get('/default', (c) => {
  // ok-cross: no-sync-io-in-handler
  return c.html(fallback());
});
app.post('/users', async (c) => {
  const { password } = await c.req.json();
  // bad: no-sync-io-in-handler
  const hash = bcrypt.hashSync(password, 12);
  return c.json({ hash });
});
app.post('/users2', async (c) => {
  const { password } = await c.req.json();
  // bad: no-sync-io-in-handler
  const key = pbkdf2Sync(password, randomBytes(16), 600_000, 32, 'sha256');
  // ok: no-sync-io-in-handler
  const hash = await bcrypt.hash(password, 12);
  return c.json({ hash, key: key.toString('hex') });
});
app.get('/version', (c) => {
  // bad: no-sync-io-in-handler
  const sha = execSync('git rev-parse HEAD').toString();
  return c.json({ sha, name: config.name });
});
app.get('/archive', async (c) => {
  const data = await fs.promises.readFile('data.json');
  // bad: no-sync-io-in-handler
  return c.body(gzipSync(data));
});
app.use('*', async (c, next) => {
  // bad: no-sync-io-in-handler
  fs.appendFileSync('access.log', `${c.req.method} ${c.req.path}\n`);
  await next();
});
export default app;
