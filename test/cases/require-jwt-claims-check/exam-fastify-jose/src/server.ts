// @complete: require-jwt-claims-check
import Fastify from 'fastify';
import fastifyJwt from '@fastify/jwt';

export const app = Fastify();
await app.register(fastifyJwt, { secret: process.env.JWT_SECRET!, verify: { allowedIss: 'https://id.example', allowedAud: 'checks' } });

app.get('/me', async (request) => {
  // ok: require-jwt-claims-check
  await request.jwtVerify();
  return request.user;
});
