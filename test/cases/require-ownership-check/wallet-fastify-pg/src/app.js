// @complete: require-ownership-check
const fastify = require('fastify');
const Stripe = require('stripe');
const { pool } = require('./pool');

const stripe = new Stripe(process.env.STRIPE_SECRET_KEY, { timeout: 5000 });

const app = fastify({ logger: true });
app.register(require('@fastify/jwt'), { secret: process.env.JWT_SECRET });

async function authenticate(request, reply) {
  try {
    await request.jwtVerify();
  } catch (error) {
    return reply.code(401).send({ error: 'unauthenticated' });
  }
}

app.get('/cards/:id', { preHandler: authenticate }, async (request, reply) => {
  // bad: require-ownership-check
  const { rows } = await pool.query('SELECT id, last4 FROM cards WHERE id = $1', [request.params.id]);
  return rows[0] ?? reply.code(404).send();
});

app.delete('/cards/:id', { preHandler: authenticate }, async (request, reply) => {
  // ok: require-ownership-check
  await pool.query('DELETE FROM cards WHERE id = $1 AND user_id = $2', [request.params.id, request.user.sub]);
  return reply.code(204).send();
});

app.post('/cards/:id/block', { preHandler: authenticate }, async (request, reply) => {
  request.log.info({ user: request.user.sub }, 'block');
  // bad: require-ownership-check
  await pool.query('UPDATE cards SET blocked = true, blocked_by = $1 WHERE id = $2', [request.user.sub, request.params.id]);
  return reply.code(204).send();
});

app.get('/me/cards', { preHandler: authenticate }, async (request) => {
  // ok: require-ownership-check
  const { rows } = await pool.query('SELECT id, last4 FROM cards WHERE user_id = $1 LIMIT 20', [request.user.sub]);
  return rows;
});

app.post('/subscriptions/cancel', { preHandler: authenticate }, async (request, reply) => {
  const { rows } = await pool.query('SELECT subscription FROM users WHERE id = $1', [request.user.sub]);
  // ok: require-ownership-check
  await stripe.subscriptions.cancel(rows[0].subscription);
  return reply.code(204).send();
});

app.get('/branches/:id', async (request) => {
  // ok: require-ownership-check
  const { rows } = await pool.query('SELECT id, city FROM branches WHERE id = $1', [request.params.id]);
  return rows[0];
});

app.listen({ port: 3000 });
