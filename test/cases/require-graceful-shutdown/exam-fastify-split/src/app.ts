// @complete: require-graceful-shutdown
import Fastify from 'fastify';

export function buildApp() {
  // ok-cross: require-graceful-shutdown -- server.ts closes it
  const app = Fastify({ logger: true });
  app.get('/health', async () => ({ ok: true }));
  return app;
}
