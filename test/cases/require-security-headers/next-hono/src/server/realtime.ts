import { serve } from '@hono/node-server';
import { Hono } from 'hono';

// bad: require-security-headers -- a server of its own beside the site
const app = new Hono();

app.get('/stream', (c) => c.json([]));

serve(app);
