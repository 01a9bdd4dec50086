// @complete: require-jwt-expiry, no-sensitive-jwt-claims
import Fastify from 'fastify';
import fastifyJwt from '@fastify/jwt';
import { findUser } from './db.js';

export const app = Fastify();

// @fastify/jwt with a default lifetime for every token of this namespace
// ok: require-jwt-expiry
await app.register(fastifyJwt, { secret: process.env.JWT_SECRET!, sign: { expiresIn: '15m' } });

app.post<{ Body: { email: string; password: string } }>('/login', async (request, reply) => {
  const user = await findUser(request.body.email);
  // ok: require-jwt-expiry
  const token = app.jwt.sign({ sub: user.id });
  // bad: require-jwt-expiry
  const tv = app.jwt.sign({ sub: user.id, device: 'tv' }, { expiresIn: '90d' });
  // bad-cross: no-sensitive-jwt-claims
  const session = await reply.jwtSign({ sub: user.id, hash: user.password_hash });
  return { token, tv, session };
});
