// @complete: require-error-handler
import Fastify from 'fastify';
import { Hono } from 'hono';

// ok: require-error-handler
const api = Fastify();
api.post('/jobs', async () => ({}));
await api.listen({ port: 3004 });

// ok: require-error-handler
export const edge = new Hono();
edge.post('/jobs', (c) => c.json({}));
