// @complete: require-route-schema
import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi';
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse } from '@nestjs/swagger';
import { initTRPC } from '@trpc/server';
import express from 'express';
import Fastify from 'fastify';

const app = Fastify();
// bad: require-route-schema
app.post('/pallets', async () => ({}));
// ok: require-route-schema
app.get('/pallets', { schema: { response: { 200: { type: 'array' } } } }, async () => []);
// ok: require-route-schema
app.get('/health', async () => ({}));

@Controller('racks')
export class RacksController {
  // bad: require-route-schema
  @Get()
  list() {
    return [];
  }

  // ok: require-route-schema
  @ApiOkResponse({ type: String })
  @Get(':id')
  one() {
    return '';
  }
}

const edge = new OpenAPIHono();
// ok: require-route-schema
edge.openapi(createRoute({ method: 'get', path: '/pallets', responses: { 200: { description: 'all' } } }), (c) => c.json([]));
// bad: require-route-schema
edge.get('/racks', (c) => c.json([]));

const t = initTRPC.create();
export const router = t.router({
  // bad: require-route-schema
  racks: t.procedure.query(() => []),
  // ok: require-route-schema
  pallets: t.procedure.output(z.array(z.string())).query(() => []),
});

const web = express();
/**
 * @openapi
 * /halls:
 *   get:
 *     description: all halls
 */
// ok: require-route-schema
web.get('/halls', (req, res) => void res.json([]));
// bad: require-route-schema
web.post('/halls', (req, res) => void res.sendStatus(201));
