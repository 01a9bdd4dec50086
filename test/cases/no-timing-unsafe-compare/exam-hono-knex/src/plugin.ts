// @complete: no-timing-unsafe-compare
import fp from 'fastify-plugin';
import type { FastifyInstance } from 'fastify';
import { constantTimeEqual } from './crypto';

export default fp(async (app: FastifyInstance) => {
  const allowed = [process.env.KEY_A!, process.env.KEY_B!];

  app.addHook('onRequest', async (request, reply) => {
    const apiKey = request.headers['x-api-key'] as string;
    // ok-cross: no-timing-unsafe-compare
    if (!allowed.some((key) => constantTimeEqual(key, apiKey))) return reply.code(401).send({ title: 'Unauthorized' });
    // ok: no-timing-unsafe-compare
    if (request.method === 'OPTIONS') return;
  });

  app.post<{ Body: { csrfToken: string; password: string; confirmPassword: string } }>('/form', async (request) => {
    // ok: no-timing-unsafe-compare -- both come from the same form
    return { same: request.body.password === request.body.confirmPassword };
  });
});
