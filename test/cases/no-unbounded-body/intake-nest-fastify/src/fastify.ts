// @complete: no-unbounded-body
import Fastify from 'fastify';
import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';

// bad: no-unbounded-body
const app = Fastify({ bodyLimit: 500 * 1024 * 1024 });
// bad: no-unbounded-body
app.post('/rows', { bodyLimit: 2 ** 30 }, async () => ({}));
// ok: no-unbounded-body
const small = Fastify({ bodyLimit: 1048576 });
await app.listen({ port: 3000 });
await small.listen({ port: 3001 });

export const edge = new Hono();
// ok: no-unbounded-body
edge.use(bodyLimit({ maxSize: 100 * 1024 }));
