// @complete: no-shared-secret-jwt
import { issue, read } from '@atlas/tokens';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { jwt } from 'hono/jwt';

const app = new Hono();

// ok-cross: no-shared-secret-jwt -- one deployable in the workspace
app.use('/maps/*', jwt({ secret: process.env.JWT_SECRET!, alg: 'HS256' }));

app.post('/token', async (c) => c.json({ token: await issue('u1') }));
app.get('/whoami', async (c) => c.json(await read(c.req.query('token') ?? '')));

serve({ fetch: app.fetch, port: 3000 });
