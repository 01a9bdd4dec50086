// @complete: require-input-validation
const fastify = require('fastify')();
const Ajv = require('ajv');
const knex = require('knex')({ client: 'pg' });

const bookingSchema = {
  type: 'object',
  required: ['room', 'from'],
  additionalProperties: false,
  properties: { room: { type: 'string' }, from: { type: 'string', format: 'date-time' } },
};
const isBooking = new Ajv().compile(bookingSchema);

// bad: require-input-validation
fastify.post('/bookings', async (request, reply) => {
  const { room, from } = request.body;
  await knex('bookings').insert({ room, from });
  reply.code(201);
});

// ok: require-input-validation
fastify.post('/bookings/schema', { schema: { body: bookingSchema } }, async (request, reply) => {
  const { room, from } = request.body;
  await knex('bookings').insert({ room, from });
  reply.code(201);
});

// ok: require-input-validation
fastify.route({
  method: 'POST',
  url: '/bookings/route',
  schema: { body: bookingSchema },
  handler: async (request, reply) => {
    await knex('bookings').insert({ room: request.body.room });
    reply.code(201);
  },
});

// ok: require-input-validation
fastify.post('/bookings/ajv', async (request, reply) => {
  if (!isBooking(request.body)) return reply.code(400).send({ title: 'invalid' });
  await knex('bookings').insert({ room: request.body.room, from: request.body.from });
  return reply.code(201).send();
});

// bad: require-input-validation
fastify.put('/bookings/:id', async (request, reply) => {
  await knex('bookings').where({ id: request.params.id }).update({ note: request.body.note });
  reply.code(204);
});

// bad: require-input-validation
fastify.get('/import', async (request, reply) => {
  const answer = await fetch('https://partner.example.com/rooms?since=' + request.query.since);
  reply.send(await answer.json());
});

fastify.listen({ port: 3000 });
