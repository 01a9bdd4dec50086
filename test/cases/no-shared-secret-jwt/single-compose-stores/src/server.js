// @complete: no-shared-secret-jwt
import fastifyJwt from '@fastify/jwt';
import Fastify from 'fastify';
import jwt from 'jsonwebtoken';

const app = Fastify({ logger: true });

// ok-cross: no-shared-secret-jwt -- the compose file builds one service
await app.register(fastifyJwt, { secret: process.env.JWT_SECRET, sign: { algorithm: 'HS256', expiresIn: '15m' } });

app.post('/invite', async (request) => {
  // ok-cross: no-shared-secret-jwt
  const token = jwt.sign({ email: request.body.email }, process.env.JWT_SECRET, { algorithm: 'HS256', expiresIn: '2d' });
  return { token };
});

app.get('/invite/:token', async (request) => {
  // ok-cross: no-shared-secret-jwt
  return jwt.verify(request.params.token, process.env.JWT_SECRET, { algorithms: ['HS256'] });
});

await app.listen({ port: 3000, host: '0.0.0.0' });
