// @complete: no-sql-concat
import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import { pool, sql } from './db';

const ListQuery = z.object({
  sort: z.enum(['created_at', 'priority']).default('created_at'),
  page: z.coerce.number().int().min(1).default(1),
});

export const tickets = new Hono()
  .get('/', zValidator('query', ListQuery), async (c) => {
    const { sort, page } = c.req.valid('query');
    // ok-cross: no-sql-concat -- the schema's enum and number
    const rows = await sql.query(`SELECT id, title FROM tickets ORDER BY ${sort} LIMIT 20 OFFSET ${(page - 1) * 20}`);
    return c.json(rows);
  })
  .get('/:id', async (c) => {
    const id = c.req.param('id');
    // ok-cross: no-sql-concat -- the tag binds
    const [ticket] = await sql`SELECT id, title FROM tickets WHERE id = ${id}`;
    return ticket ? c.json(ticket) : c.notFound();
  })
  .get('/by/assignee', async (c) => {
    const assignee = c.req.query('assignee');
    // bad-cross: no-sql-concat
    // fix: no-sql-concat
    const rows = await sql.query(`SELECT id, title FROM tickets WHERE assignee = '${assignee}' LIMIT 50`);
    return c.json(rows);
  })
  .get('/by/label', async (c) => {
    const label = c.req.query('label') ?? '';
    // bad-cross: no-sql-concat -- unsafe() opts out of the binding
    const rows = await sql`SELECT id FROM tickets WHERE ${sql.unsafe(`labels @> '{${label}}'`)} LIMIT 50`;
    return c.json(rows);
  })
  .get('/by/team', async (c) => {
    // bad-cross: no-sql-concat
    // fix: no-sql-concat
    const { rows } = await pool.query('SELECT id FROM tickets WHERE team = ' + c.req.query('team') + ' LIMIT 50');
    return c.json(rows);
  })
  .delete('/:id', async (c) => {
    // ok-cross: no-sql-concat
    await pool.query('DELETE FROM tickets WHERE id = $1', [c.req.param('id')]);
    return c.body(null, 204);
  });
