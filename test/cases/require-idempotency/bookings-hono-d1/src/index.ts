// @complete: require-idempotency
import { zValidator } from '@hono/zod-validator';
import { Hono } from 'hono';
import { z } from 'zod';
import type { AppEnv } from './env';
import { onceByKey } from './idempotency';

const Booking = z.object({ room: z.string(), nights: z.number().int().min(1).max(30) });
const app = new Hono<AppEnv>();

// bad: require-idempotency
// fix: require-idempotency -- the middleware of the next route
app.post('/bookings', zValidator('json', Booking), async (c) => {
  const { room, nights } = c.req.valid('json');
  await c.env.DB.prepare('INSERT INTO bookings (room, nights) VALUES (?, ?)').bind(room, nights).run();
  return c.json({ room }, 201);
});

// ok-cross: require-idempotency
app.post('/bookings/once', onceByKey, zValidator('json', Booking), async (c) => {
  const { room, nights } = c.req.valid('json');
  await c.env.DB.prepare('INSERT INTO bookings (room, nights) VALUES (?, ?)').bind(room, nights).run();
  return c.json({ room }, 201);
});

// ok: require-idempotency -- the handler reads the key itself and lets the unique index decide
app.post('/bookings/inline', zValidator('json', Booking), async (c) => {
  const key = c.req.header('idempotency-key');
  if (!key) return c.json({ title: 'Idempotency-Key is required' }, 400);
  const { room, nights } = c.req.valid('json');
  const { meta } = await c.env.DB.prepare('INSERT INTO bookings (key, room, nights) VALUES (?, ?, ?) ON CONFLICT (key) DO NOTHING')
    .bind(`${c.get('userId')}:${key}`, room, nights)
    .run();
  return c.json({ room }, meta.changes ? 201 : 200);
});

// ok: require-idempotency -- the client's id, and a replaced row
app.put('/bookings/:id', zValidator('json', Booking), async (c) => {
  const { room, nights } = c.req.valid('json');
  await c.env.DB.prepare('INSERT OR REPLACE INTO bookings (id, room, nights) VALUES (?, ?, ?)').bind(c.req.param('id'), room, nights).run();
  return c.body(null, 204);
});

// ok: require-idempotency -- sets a field
app.patch('/bookings/:id', async (c) => {
  const { note } = await c.req.json<{ note: string }>();
  await c.env.DB.prepare('UPDATE bookings SET note = ? WHERE id = ?').bind(note, c.req.param('id')).run();
  return c.body(null, 204);
});

// bad: require-idempotency -- counts up
app.post('/bookings/:id/extend', async (c) => {
  await c.env.DB.prepare('UPDATE bookings SET nights = nights + 1 WHERE id = ?').bind(c.req.param('id')).run();
  return c.body(null, 204);
});

// bad: require-idempotency -- enqueues a mail
app.post('/bookings/:id/confirm', async (c) => {
  await c.env.MAIL.send({ booking: c.req.param('id') });
  return c.body(null, 202);
});

const groups = new Hono<AppEnv>();
groups.use('*', onceByKey);
groups
  // ok-cross: require-idempotency -- the sub-application stands behind the middleware
  .post('/', async (c) => {
    const { name } = await c.req.json<{ name: string }>();
    await c.env.DB.prepare('INSERT INTO groups (name) VALUES (?)').bind(name).run();
    return c.json({ name }, 201);
  })
  // ok: require-idempotency
  .get('/:id', async (c) => c.json(await c.env.DB.prepare('SELECT * FROM groups WHERE id = ?').bind(c.req.param('id')).first()));

app.route('/groups', groups);

export default app;
