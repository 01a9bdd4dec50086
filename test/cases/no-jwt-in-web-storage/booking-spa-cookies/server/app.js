// @complete: no-jwt-in-web-storage
import cookie from '@fastify/cookie';
import Fastify from 'fastify';
import { issue } from './issue.js';

export const app = Fastify({ logger: true });
await app.register(cookie);

app.post('/api/login', async (request, reply) => {
  const { accessToken, refreshToken, name } = await issue(request.body);
  // ok: no-jwt-in-web-storage
  reply.setCookie('access_token', accessToken, { httpOnly: true, secure: true, sameSite: 'lax', path: '/' });
  // ok: no-jwt-in-web-storage
  reply.setCookie('refresh_token', refreshToken, { httpOnly: true, secure: true, sameSite: 'strict', path: '/api/refresh' });
  return { name };
});
