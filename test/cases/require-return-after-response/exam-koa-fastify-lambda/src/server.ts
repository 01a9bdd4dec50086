// @complete: require-return-after-response
import Fastify from 'fastify';
import { Ticket } from './model.js';

const app = Fastify();

app.get('/tickets/:id', async (req, reply) => {
  const { id } = req.params as { id: string };
  const ticket = await Ticket.findById(id);
  // bad: require-return-after-response
  // fix: require-return-after-response
  if (!ticket) reply.code(404).send({ error: 'not found' });
  return { ticket };
});

app.post('/tickets', async (req, reply) => {
  const ticket = await Ticket.create({ title: 'x' });
  // ok: require-return-after-response
  reply.code(201);
  return ticket;
});

app.addHook('preHandler', async (req, reply) => {
  if (!req.headers.authorization) {
    // ok: require-return-after-response
    await reply.code(401).send({ error: 'unauthorized' });
    return reply;
  }
});
export { app };
