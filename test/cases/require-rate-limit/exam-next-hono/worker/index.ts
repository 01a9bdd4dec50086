// @complete: require-rate-limit
import { Hono } from 'hono';
import { strict } from './limits';
import { checkPassword, register } from '../lib/users';
import { otp } from './otp';

const app = new Hono();
const guarded = new Hono();
guarded.use('*', strict);

// ok-cross: require-rate-limit
guarded.post('/login', async (c) => {
  const { email, password } = await c.req.json();
  const id = await checkPassword(email, password);
  return id ? c.json({ id }) : c.json({ error: 'wrong' }, 401);
});
app.route('/auth', guarded);

// bad: require-rate-limit
app.post('/session', async (c) => {
  const { email, password } = await c.req.json();
  const id = await checkPassword(email, password);
  return id ? c.json({ id }) : c.json({ error: 'wrong' }, 401);
});

// ok-cross: require-rate-limit -- limiter on the route
app.post('/register', strict, async (c) => {
  const { email, password } = await c.req.json();
  await register(email, password);
  return c.json({ ok: true }, 201);
});

// ok: require-rate-limit -- resets statistics, no password
app.post('/sites/:id/reset', async (c) => c.json({ reset: c.req.param('id') }));

// ok: require-rate-limit
app.post('/logout', (c) => c.json({ ok: true }));

app.route('/otp', otp);
export default app;
