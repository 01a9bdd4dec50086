// @complete: require-error-in-log
import type { FastifyPluginAsync } from 'fastify';
import { log, logger, withErrors } from './logger.js';
import { charge, release } from './payments.js';

export const orders: FastifyPluginAsync = async (app) => {
  app.post('/orders', async (request, reply) => {
    try {
      await charge(request.body);
    } catch (err) {
      // bad: require-error-in-log
      // fix: require-error-in-log
      request.log.error('charge failed', err);
      // bad: require-error-in-log
      // fix: require-error-in-log
      request.log.error((err as Error).message);
      // bad: require-error-in-log
      // fix: require-error-in-log
      logger.warn('charge failed: ' + err);
      // ok: require-error-in-log
      request.log.error(err, 'charge failed');
      // ok: require-error-in-log
      request.log.error({ err, order: 1 }, 'charge failed');
      return reply.code(502).send();
    }
  });

  app.delete('/orders/:id', async (request) => {
    try {
      await release(request.params);
    } catch (error) {
      // bad: require-error-in-log
      // fix: require-error-in-log
      logger.error('release failed', { error });
      // bad: require-error-in-log
      // fix: require-error-in-log
      logger.error({ error, id: 1 }, 'release failed');
      // ok-cross: require-error-in-log
      withErrors.error({ error }, 'release failed');
      // bad-cross: require-error-in-log
      log.error('release failed', { error });
      // ok-cross: require-error-in-log
      log.error('release failed', { err: error });
    }
  });

  app.get('/orders', async () => {
    try {
      return await charge(null);
    } catch (err) {
      // bad: require-error-in-log
      // fix: require-error-in-log
      app.log.error('cannot list orders');
      return [];
    }
  });

  app.get('/orders/:id', async (request, reply) => {
    try {
      return await charge(request.params);
    } catch (err) {
      if (err instanceof NotFound) {
        // ok: require-error-in-log
        request.log.info(err.message);
        return reply.code(404).send();
      }
      // ok: require-error-in-log
      request.log.error('cannot read the order');
      throw err;
    }
  });
};

class NotFound extends Error {}
