// @complete: require-auth-on-mutations
import { PrismaClient } from '@prisma/client';
import { Elysia } from 'elysia';
import { auth, quiet } from './auth.js';

const prisma = new PrismaClient();

const closed = new Elysia({ prefix: '/closed' })
  .use(auth)
  // ok-cross: require-auth-on-mutations
  .post('/orders', ({ body }) => prisma.order.create({ data: { cents: Number(body) } }));

const scoped = new Elysia({ prefix: '/scoped' })
  .use(quiet)
  .get('/', () => 'a hook of a plugin that stays in the plugin')
  // bad-cross: require-auth-on-mutations
  .post('/orders', ({ body }) => prisma.order.create({ data: { cents: Number(body) } }));

new Elysia().use(closed).listen(3000);
new Elysia().use(scoped).listen(3001);
