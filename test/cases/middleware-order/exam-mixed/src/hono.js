// @complete: middleware-order
const { Hono } = require('hono');
const { cors } = require('hono/cors');
const { bearerAuth } = require('hono/bearer-auth');

const app = new Hono();
app.get('/health', (c) => c.text('ok'));
app.post('/notes', (c) => c.json({ ok: true }, 201));
// bad: middleware-order
app.use('*', bearerAuth({ token: process.env.TOKEN }));

const good = new Hono();
good.get('/health', (c) => c.text('ok'));
// ok: middleware-order -- health is public on purpose
good.use('/api/*', cors({ origin: 'https://shop.example' }));
// ok: middleware-order
good.use('/api/*', bearerAuth({ token: process.env.TOKEN }));
good.post('/api/notes', (c) => c.json({ ok: true }, 201));
// ok: middleware-order -- Hono takes these anywhere
good.onError((err, c) => c.json({ error: 'internal' }, 500));
good.notFound((c) => c.json({ error: 'not found' }, 404));
module.exports = { app, good };
