// @complete: no-unverified-jwt
import Fastify from 'fastify';
import fastifyJwt from '@fastify/jwt';

export const app = Fastify();
await app.register(fastifyJwt, { secret: process.env.JWT_SECRET! });

app.get('/a', async (request, reply) => {
  // bad: no-unverified-jwt
  const claims = app.jwt.decode<{ sub: string }>(String(request.headers.authorization).slice(7));
  return reply.send({ id: claims?.sub });
});

app.get('/b', async (request) => {
  // ok: no-unverified-jwt
  const claims = await request.jwtVerify<{ sub: string }>();
  return { id: claims.sub };
});

app.get('/c', async (request) => {
  try {
    // bad: no-unverified-jwt
    await request.jwtVerify();
  } catch (err) {
    request.log.warn(err);
  }
  return { id: (request.user as { sub: string } | undefined)?.sub };
});
