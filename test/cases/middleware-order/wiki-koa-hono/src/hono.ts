// @complete: middleware-order
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { jwt } from 'hono/jwt';

const app = new Hono();
app.get('/health', (c) => c.text('ok'));
// ok: middleware-order
app.use('/api/*', jwt({ secret: process.env.JWT_SECRET! }));
app.post('/api/pages', async (c) => c.json(await c.req.json(), 201));
// bad: middleware-order
app.use(cors({ origin: 'https://wiki.example.com' }));
app.get('/admin/pages', (c) => c.json([]));
// bad: middleware-order
app.use('/admin/*', jwt({ secret: process.env.JWT_SECRET! }));
app.onError((err, c) => c.json({ error: 'internal' }, 500));
export default app;
