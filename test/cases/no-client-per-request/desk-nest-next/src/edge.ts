// @complete: no-client-per-request
import { Hono } from 'hono';
import postgres from 'postgres';

const app = new Hono<{ Bindings: { HYPERDRIVE: { connectionString: string } } }>();

app.get('/', async (c) => {
  // ok: no-client-per-request
  const sql = postgres(c.env.HYPERDRIVE.connectionString);
  return c.json(await sql`select 1`);
});

export default app;
