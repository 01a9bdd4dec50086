// @complete: require-rate-limit
import Fastify from 'fastify';
import rateLimit from '@fastify/rate-limit';
import { sessions } from './routes/sessions.js';
import { invites } from './routes/invites.js';

const app = Fastify();
await app.register(rateLimit, { global: false });
await app.register(sessions, { prefix: '/sessions' });
await app.register(invites, { prefix: '/invites' });
await app.listen({ port: 3000 });
