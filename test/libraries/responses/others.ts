import { Controller, Get, HttpStatus, NotFoundException, Res } from '@nestjs/common';
import { TRPCError } from '@trpc/server';
import Koa from 'koa';
import { Hono, type Context } from 'hono';
import fastify from 'fastify';
import type { APIGatewayProxyHandler } from 'aws-lambda';
import type { Response as Answer } from 'express';
import { defineEventHandler, createError, setResponseStatus } from 'h3';

new Koa().use((ctx) => {
  ctx.status = 403;
  ctx.body = { error: 'no' };
  ctx.throw(400, 'bad');
});
const missing = (c: Context, what: string) => c.json({ what }, 404);
new Hono().get('/', (c) => {
  if (!c.req.query('q')) return missing(c, 'q');
  return c.json({ ok: true });
});
fastify().get('/', async (request, reply) => {
  if (!request.query) return reply.code(400).send({ error: 'q' });
  reply.code(202);
  return { queued: true };
});
@Controller()
export class Things {
  @Get()
  one(@Res() res: Answer) {
    res.status(HttpStatus.NOT_FOUND).json({});
    throw new NotFoundException('thing');
  }
}
export const handler: APIGatewayProxyHandler = async () => ({ statusCode: 503, body: JSON.stringify({ error: 'x' }) });
export const gone = new TRPCError({ code: 'NOT_FOUND', message: 'gone' });
export const page = defineEventHandler((event) => {
  setResponseStatus(event, 201);
  if (!event) throw createError({ statusCode: 404, statusMessage: 'none' });
  return { id: 1 };
});
