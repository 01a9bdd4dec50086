// @complete: no-node-only-in-edge
import { Hono } from 'hono';
// ok: no-node-only-in-edge -- with nodejs_compat
import { Client } from 'pg';
// ok: no-node-only-in-edge
import { createHash } from 'node:crypto';
// bad: no-node-only-in-edge
import bcrypt from 'bcrypt';

const app = new Hono();
app.get('/', async (c) => c.text(await bcrypt.hash(createHash('md5').digest('hex') + String(new Client()), 10)));
export default app;
