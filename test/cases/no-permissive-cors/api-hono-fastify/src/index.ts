// @complete: no-permissive-cors
import { Hono } from 'hono';
import { cors } from 'hono/cors';

const app = new Hono();
// ok: no-permissive-cors
app.use(cors());
// bad: no-permissive-cors
app.use('/me/*', cors({ origin: (origin) => origin, credentials: true }));
// bad: no-permissive-cors
app.use('/team/*', cors({ origin: (origin) => (origin.endsWith('example.com') ? origin : ''), credentials: true }));
// ok: no-permissive-cors
app.use('/staff/*', cors({ origin: (origin) => (origin.endsWith('.example.com') ? origin : ''), credentials: true }));
// ok: no-permissive-cors
app.use('/v1/*', cors({ origin: process.env.ORIGINS!.split(','), credentials: true }));
export default app;
