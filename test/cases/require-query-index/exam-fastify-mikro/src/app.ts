// @complete: require-query-index
import Fastify from 'fastify';
import { MikroORM } from '@mikro-orm/postgresql';
import { Ticket } from './entities/ticket.js';

const orm = await MikroORM.init({ entities: [Ticket], dbName: 'desk' });
export const app = Fastify();

app.get<{ Querystring: { email: string } }>('/tickets', async (request) => {
  const em = orm.em.fork();
  // bad-cross: require-query-index
  return em.find(Ticket, { requesterEmail: request.query.email }, { limit: 20 });
});

app.get('/tickets/urgent', async () => {
  const em = orm.em.fork();
  // bad-cross: require-query-index -- priority is only second in its index
  return em.find(Ticket, {}, { orderBy: { priority: 'desc' }, limit: 20 });
});

app.get<{ Params: { number: string } }>('/tickets/:number', async (request) => {
  const em = orm.em.fork();
  // ok-cross: require-query-index
  return em.findOneOrFail(Ticket, { number: request.params.number });
});

app.get<{ Querystring: { state: string } }>('/tickets/by-state', async (request) => {
  const em = orm.em.fork();
  // ok-cross: require-query-index
  return em.find(Ticket, { state: request.query.state, priority: { $gt: 3 } }, { limit: 20 });
});

app.get<{ Querystring: { channel: string } }>('/tickets/by-channel', async (request) => {
  const em = orm.em.fork();
  // ok-cross: require-query-index
  return em.find(Ticket, { channel: request.query.channel }, { orderBy: { id: 'asc' }, limit: 20 });
});

app.get<{ Querystring: { desk: number } }>('/tickets/by-desk', async (request) => {
  const em = orm.em.fork();
  // ok-cross: require-query-index -- a relation: the other rule's
  return em.find(Ticket, { desk: request.query.desk }, { limit: 20 });
});
