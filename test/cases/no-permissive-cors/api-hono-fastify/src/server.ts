// @complete: no-permissive-cors
import cors from '@fastify/cors';
import Fastify from 'fastify';

const app = Fastify();
// bad: no-permissive-cors
await app.register(cors, { origin: true, credentials: true });
// ok: no-permissive-cors
await app.register(cors, { origin: process.env.NODE_ENV === 'production' ? 'https://example.com' : true, credentials: true });
// ok: no-permissive-cors
await app.register(cors, { origin: '*' });
await app.listen({ port: 3000 });
