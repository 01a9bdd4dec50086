// @complete: require-secure-cookies
import Fastify from 'fastify';
import fastifyCookie from '@fastify/cookie';
import fastifySession from '@fastify/session';
import { issue } from './issue';

export const app = Fastify();
await app.register(fastifyCookie);
await app.register(fastifySession, {
  secret: process.env.SESSION_SECRET!,
  // bad: require-secure-cookies
  cookie: { secure: false, httpOnly: true, sameSite: 'lax' },
});

app.post('/login', async (_request, reply) => {
  // bad: require-secure-cookies
  // fix: require-secure-cookies
  reply.setCookie('refreshToken', issue(), { httpOnly: true, path: '/auth/refresh' });
  // ok: require-secure-cookies
  reply.setCookie('refreshToken', issue(), { httpOnly: true, secure: 'auto', sameSite: 'strict', path: '/auth/refresh' });
  return { ok: true };
});
