// @complete: require-jwt-algorithms
import Fastify from 'fastify';
import fastifyJwt from '@fastify/jwt';
import { Hono } from 'hono';
import { jwt, verify } from 'hono/jwt';

export const app = Fastify();
// ok: require-jwt-algorithms
await app.register(fastifyJwt, { secret: { public: process.env.PUB }, verify: { algorithms: ['ES256'] } });
// bad: require-jwt-algorithms
await app.register(fastifyJwt, { namespace: 'b', secret: { public: process.env.PUB }, verify: { algorithms: ['ES256', 'HS256'] } });

export const hono = new Hono();
// ok: require-jwt-algorithms
hono.use('/x/*', jwt({ secret: process.env.SECRET, alg: 'HS256' }));
hono.get('/y', async (c) => {
  const token = c.req.header('authorization') ?? '';
  // bad: require-jwt-algorithms
  const claims = await verify(token, process.env.PUB, JSON.parse(atob(token.split('.')[0])).alg);
  return c.json(claims);
});
