// @complete: no-error-details-in-response
import Fastify from 'fastify';

const app = Fastify();
app.setErrorHandler((error, request, reply) => {
  request.log.error(error);
  // bad: no-error-details-in-response
  // fix: no-error-details-in-response
  reply.status(500).send({ error: error.message });
});
app.setErrorHandler((error, request, reply) => {
  if (error.statusCode && error.statusCode < 500) {
    // ok: no-error-details-in-response
    return reply.status(error.statusCode).send({ error: error.message });
  }
  // ok: no-error-details-in-response
  return reply.status(500).send({ error: 'Internal Server Error' });
});
app.get('/x', async (request, reply) => {
  try {
    return await load();
  } catch (e) {
    reply.code(502);
    // bad: no-error-details-in-response
    return { error: String(e) };
  }
});
const load = async () => ({});
