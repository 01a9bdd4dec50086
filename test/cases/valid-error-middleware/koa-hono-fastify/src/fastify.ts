// @complete: valid-error-middleware
import Fastify from 'fastify';

const app = Fastify();
// bad: valid-error-middleware
app.setErrorHandler((error, request, reply) => {
  request.log.error(error);
});
// bad: valid-error-middleware
app.setErrorHandler(async (error, request, reply) => {
  if (error.validation) {
    reply.status(400).send({ error: 'bad request' });
    return;
  }
  request.log.error(error);
});
// ok: valid-error-middleware
app.setErrorHandler(async (error, request, reply) => {
  request.log.error(error);
  reply.code(500);
  return { error: 'failed' };
});
// ok: valid-error-middleware
app.setErrorHandler((error, request, reply) => {
  if (error.statusCode === 429) {
    reply.code(429);
    error.message = 'slow down';
  }
  reply.send(error);
});
