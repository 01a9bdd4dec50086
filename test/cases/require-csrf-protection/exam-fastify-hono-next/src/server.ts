// @complete: require-csrf-protection
import Fastify from 'fastify';
import cookie from '@fastify/cookie';
import session from '@fastify/session';
import formbody from '@fastify/formbody';
import csrf from '@fastify/csrf-protection';
import { transfer } from './bank';

const open = Fastify();
open.register(cookie);
open.register(formbody);
open.register(session, { secret: process.env.SESSION_SECRET!, cookie: { secure: true, sameSite: 'none' } });
// bad: require-csrf-protection
open.post('/transfer', async (req) => {
  const { to } = req.body as { to: string };
  return transfer(req.session.get('userId' as never), to, 100);
});

const safe = Fastify();
safe.register(cookie);
safe.register(formbody);
safe.register(session, { secret: process.env.SESSION_SECRET!, cookie: { secure: true, sameSite: 'none' } });
safe.register(csrf, { sessionPlugin: '@fastify/session' });
// ok: require-csrf-protection
safe.post('/transfer', { onRequest: safe.csrfProtection }, async (req) => {
  const { to } = req.body as { to: string };
  return transfer(req.session.get('userId' as never), to, 100);
});

const tokens = Fastify();
// ok: require-csrf-protection -- a bearer token
tokens.post('/transfer', async (req) => {
  const user = req.headers.authorization?.slice(7);
  const { to } = req.body as { to: string };
  return transfer(user!, to, 100);
});
export { open, safe, tokens };
