// @complete: require-return-after-response
import Fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import { load } from './store.js';

const app = Fastify();

app.addHook('preHandler', async (request: FastifyRequest, reply: FastifyReply) => {
  if (!request.headers.authorization) {
    // ok: require-return-after-response -- nothing follows
    reply.code(401).send({ error: 'sign in' });
  }
});

app.get('/things/:id', async (request, reply) => {
  const thing = await load((request.params as { id: string }).id);
  if (!thing) {
    // bad: require-return-after-response
    // fix: require-return-after-response
    reply.code(404).send({ error: 'no such thing' });
  }
  // ok: require-return-after-response
  return thing;
});

app.get('/other/:id', async (request, reply) => {
  const thing = await load((request.params as { id: string }).id);
  // ok: require-return-after-response
  if (!thing) return reply.code(404).send({ error: 'no such thing' });
  reply.send(thing);
  // ok: require-return-after-response
  return reply;
});
