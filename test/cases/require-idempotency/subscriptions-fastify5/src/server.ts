// @complete: require-idempotency
import Fastify from 'fastify';
import idempotency from './idempotency.plugin.js';
import { openRoutes } from './open.routes.js';
import { safeRoutes } from './safe.routes.js';

const app = Fastify({ logger: true });

await app.register(openRoutes);
await app.register(async (scope) => {
  await scope.register(idempotency);
  await scope.register(safeRoutes, { prefix: '/v2' });
});

await app.listen({ port: 3000 });
