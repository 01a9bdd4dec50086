// @complete: no-misleading-status
import Fastify from 'fastify';
import { Hono } from 'hono';
import Koa from 'koa';
import { ForbiddenException, UnauthorizedException } from '@nestjs/common';

const tickets = new Map<string, { owner: string }>();
const app = Fastify();
app.get('/t/:id', async (request, reply) => {
  const ticket = tickets.get((request.params as { id: string }).id);
  // bad: no-misleading-status
  if (!ticket) return { error: 'no such ticket' };
  // ok: no-misleading-status
  return ticket;
});
app.get('/u/:id', async (request, reply) => {
  reply.code(404);
  // ok: no-misleading-status
  return { error: 'no such user' };
});

export const hono = new Hono();
hono.get('/t/:id', (c) => {
  // bad: no-misleading-status
  if (!tickets.has(c.req.param('id'))) return c.json({ error: 'no such ticket' });
  // ok: no-misleading-status
  return c.json({ id: c.req.param('id') });
});
hono.delete('/t/:id', (c) => {
  // bad: no-misleading-status
  return c.json({ deleted: true }, 204);
});
hono.get('/x', (c) => {
  // ok: no-misleading-status
  return c.json({ error: 'gone' }, 410);
});

new Koa().use(async (ctx, next) => {
  try {
    await next();
  } catch (err) {
    // bad: no-misleading-status
    ctx.body = { error: 'failed' };
  }
});
new Koa().use(async (ctx, next) => {
  try {
    await next();
  } catch (err) {
    ctx.status = 500;
    // ok: no-misleading-status
    ctx.body = { error: 'failed' };
  }
});

export function mayClose(user: { id: string }, ownerId: string) {
  if (user.id !== ownerId) {
    // bad: no-misleading-status
    throw new UnauthorizedException('not your ticket');
  }
}
export function mayOpen(user: { id: string }, ownerId: string) {
  // ok: no-misleading-status
  if (user.id !== ownerId) throw new ForbiddenException('not your ticket');
}
export function signedIn(user?: { id: string }) {
  // ok: no-misleading-status
  if (!user) throw new UnauthorizedException();
}
