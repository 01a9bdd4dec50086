// @complete: no-shared-secret-jwt
import fastifyJwt from '@fastify/jwt';
import Fastify from 'fastify';

const app = Fastify({ logger: true });

// ok-cross: no-shared-secret-jwt -- only the web service is given WEB_JWT_SECRET
await app.register(fastifyJwt, { secret: process.env.WEB_JWT_SECRET!, sign: { algorithm: 'HS256', expiresIn: '15m' } });

app.post('/session', async (_request, reply) => {
  // ok-cross: no-shared-secret-jwt
  const token = await reply.jwtSign({ sub: 'customer' });
  return { token };
});

await app.listen({ port: 3000, host: '0.0.0.0' });
