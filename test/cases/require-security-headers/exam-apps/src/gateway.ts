// @complete: require-security-headers, require-error-handler, require-request-id, no-permissive-cors, no-unbounded-body
import Fastify from 'fastify';
import helmet from '@fastify/helmet';
import cors from '@fastify/cors';
import multipart from '@fastify/multipart';
import { randomUUID } from 'node:crypto';
import { HUGE } from './config/limits.js';
import { isAllowed } from './config/cors.js';

// ok: require-security-headers, require-error-handler, require-request-id
const app = Fastify({ logger: true, genReqId: () => randomUUID(), bodyLimit: 1_048_576 });
await app.register(helmet);
// ok-cross: no-permissive-cors
await app.register(cors, { credentials: true, origin: (origin, cb) => cb(null, !!origin && isAllowed(origin)) });
// ok: no-unbounded-body
await app.register(multipart, { limits: { fileSize: 4_000_000, files: 2 } });
app.get('/v1/ping', async () => 'pong');
await app.listen({ port: 4000 });

// bad: require-security-headers
// bad-cross: no-unbounded-body
const bulk = Fastify({ logger: true, bodyLimit: HUGE });
// bad: no-permissive-cors -- whoever asks is allowed
await bulk.register(cors, { credentials: true, origin: (origin, cb) => cb(null, true) });
bulk.get('/v1/ping', async () => 'pong');
await bulk.listen({ port: 4001 });
