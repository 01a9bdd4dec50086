import { handle } from 'hono/vercel';
import { Hono } from 'hono';

// ok: require-security-headers -- the site's headers are set in next.config
const app = new Hono().basePath('/api/orders');

app.get('/', (c) => c.json([]));

export const GET = handle(app);
