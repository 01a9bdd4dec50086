// @complete: no-interpolated-log-message
import bunyan from 'bunyan';
import type { FastifyInstance } from 'fastify';
import winston from 'winston';
import { logger } from './logger.js';

const audit = bunyan.createLogger({ name: 'audit' });
const plain = winston.createLogger({});
const VERSION = '1.2.3';

export async function orders(app: FastifyInstance) {
  app.get('/orders/:id', async (request) => {
    const order = { id: 1, total: 3, user: { email: 'x' } };
    // bad-cross: no-interpolated-log-message
    // fix: no-interpolated-log-message
    logger.info(`paid ${order.total}`);
    // bad: no-interpolated-log-message
    // fix: no-interpolated-log-message
    request.log.info('loaded order ' + order.id);
    // bad: no-interpolated-log-message
    // fix: no-interpolated-log-message
    audit.warn(`order seen by ${order.user.email}`);
    // bad: no-interpolated-log-message
    plain.info(`order ${order.id} was seen`);
    // ok: no-interpolated-log-message
    logger.info({ orderId: order.id }, 'paid');
    // ok: no-interpolated-log-message
    logger.info(`version ${VERSION}`);
    // ok: no-interpolated-log-message
    console.log(`order ${order.id}`);
    // ok: no-interpolated-log-message
    plain.info('order seen', { id: order.id });
    return order;
  });
}
