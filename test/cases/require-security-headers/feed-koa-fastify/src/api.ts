// @complete: require-security-headers
import helmet from '@fastify/helmet';
import Fastify from 'fastify';

export async function build() {
  // ok: require-security-headers
  const app = Fastify({ logger: true });
  await app.register(helmet);
  app.post('/feeds', async () => ({ id: 1 }));
  return app;
}

export async function buildBare() {
  // bad: require-security-headers
  const app = Fastify();
  app.post('/feeds', async () => ({ id: 1 }));
  await app.listen({ port: 3002 });
  return app;
}

const app = await build();
await app.listen({ port: 3003 });
