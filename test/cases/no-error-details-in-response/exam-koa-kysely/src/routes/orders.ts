// @complete: no-error-details-in-response
import Router from '@koa/router';
import pino from 'pino';
import { z, ZodError } from 'zod';
import { db } from '../lib/db.js';
import { DomainError, OrderNotFound } from '../lib/errors.js';
import { describe, sendFailure, sendOpaque } from '../lib/reply.js';

const log = pino();
export const orders = new Router({ prefix: '/v1/orders' });
const Body = z.object({ customerId: z.string().uuid(), cents: z.number().int().positive() });

orders.get('/:id', async (ctx) => {
  try {
    const order = await db.selectFrom('orders').selectAll().where('id', '=', ctx.params.id).executeTakeFirst();
    if (!order) throw new OrderNotFound(ctx.params.id);
    ctx.body = order;
  } catch (err) {
    if (err instanceof DomainError) {
      ctx.status = err.status;
      // ok: no-error-details-in-response -- the project's own error class
      ctx.body = { error: err.code, message: err.message };
      return;
    }
    log.error({ err }, 'order read failed');
    ctx.status = 500;
    // bad: no-error-details-in-response
    ctx.body = { error: 'internal', message: (err as Error).message };
  }
});

orders.post('/', async (ctx) => {
  try {
    const input = Body.parse(ctx.request.body);
    await db.insertInto('orders').values({ id: crypto.randomUUID(), customer_id: input.customerId, cents: input.cents, status: 'new' }).execute();
    ctx.status = 201;
    ctx.body = { ok: true };
  } catch (err) {
    if (err instanceof ZodError) {
      ctx.status = 400;
      // ok: no-error-details-in-response -- validation issues are made for the client
      ctx.body = { error: 'invalid', issues: err.flatten() };
      return;
    }
    // bad-cross: no-error-details-in-response -- the helper writes it to the client
    sendFailure(ctx, 500, (err as Error).stack);
  }
});

orders.delete('/:id', async (ctx) => {
  try {
    await db.deleteFrom('orders').where('id', '=', ctx.params.id).execute();
    ctx.status = 204;
  } catch (err) {
    // ok-cross: no-error-details-in-response -- logs, answers with a fixed text
    sendOpaque(ctx, 500, err);
  }
});

orders.patch('/:id', async (ctx) => {
  try {
    await db.updateTable('orders').set({ status: 'paid' }).where('id', '=', ctx.params.id).execute();
    ctx.status = 204;
  } catch (err) {
    // bad-cross: no-error-details-in-response -- describe() hands out the message
    ctx.throw(500, describe(err), { expose: true });
  }
});

orders.get('/', async (ctx) => {
  try {
    ctx.body = await db.selectFrom('orders').selectAll().limit(50).execute();
  } catch (err) {
    log.error({ err }, 'list failed');
    // ok: no-error-details-in-response
    ctx.throw(500, 'orders cannot be listed now');
  }
});

orders.get('/export/stream', async (ctx) => {
  ctx.type = 'text/event-stream';
  ctx.respond = false;
  try {
    for await (const row of db.selectFrom('orders').selectAll().stream()) ctx.res.write(`data: ${JSON.stringify(row)}\n\n`);
  } catch (err) {
    // bad: no-error-details-in-response -- an SSE event
    ctx.res.write(`event: error\ndata: ${JSON.stringify({ message: (err as Error).message })}\n\n`);
  }
  ctx.res.end();
});
