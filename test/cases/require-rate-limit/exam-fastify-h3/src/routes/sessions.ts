// @complete: require-rate-limit
import type { FastifyInstance } from 'fastify';
import argon2 from 'argon2';
import { findUser } from '../users.js';

export async function sessions(app: FastifyInstance) {
  // ok: require-rate-limit -- the route turns the limiter on
  app.post('/', { config: { rateLimit: { max: 5, timeWindow: '1 minute' } } }, async (req, reply) => {
    const { email, password } = req.body as { email: string; password: string };
    const user = await findUser(email);
    if (!user || !(await argon2.verify(user.hash, password))) return reply.code(401).send({ error: 'wrong' });
    return { id: user.id };
  });

  // bad-cross: require-rate-limit -- the plugin is registered with global: false
  app.post('/admin', async (req, reply) => {
    const { email, password } = req.body as { email: string; password: string };
    const user = await findUser(email);
    if (!user || !(await argon2.verify(user.hash, password))) return reply.code(401).send({ error: 'wrong' });
    return { id: user.id, admin: true };
  });

  // ok: require-rate-limit
  app.delete('/', async () => ({ ok: true }));
}
