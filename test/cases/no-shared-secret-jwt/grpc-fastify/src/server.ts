// @complete: no-shared-secret-jwt
import fastifyJwt from '@fastify/jwt';
import Fastify from 'fastify';
import { balanceOf } from './points-client.js';

const app = Fastify({ logger: true });

// bad-cross: no-shared-secret-jwt
await app.register(fastifyJwt, { secret: process.env.PLATFORM_JWT_SECRET!, sign: { algorithm: 'HS256', expiresIn: '10m' } });

// ok: no-shared-secret-jwt
await app.register(fastifyJwt, {
  namespace: 'member',
  secret: { private: process.env.MEMBER_PRIVATE_KEY!, public: process.env.MEMBER_PUBLIC_KEY! },
  sign: { algorithm: 'ES256', expiresIn: '10m' },
});

app.get('/points', { onRequest: [(request) => request.jwtVerify()] }, async (request) => ({
  points: await balanceOf((request.user as { sub: string }).sub),
}));

await app.listen({ port: 3000, host: '0.0.0.0' });
