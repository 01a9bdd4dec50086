// @complete: no-get-side-effects
import express from 'express';
import { PrismaClient } from '@prisma/client';
import { Hono } from 'hono';
import { initTRPC } from '@trpc/server';
import * as members from './members.js';

const prisma = new PrismaClient();
const app = express();

// bad: no-get-side-effects
app.get('/members/:id/delete', async (req, res) => {
  await prisma.member.delete({ where: { id: req.params.id } });
  res.redirect('/members');
});
// bad-cross: no-get-side-effects
app.get('/members/:id/suspend', async (req, res) => {
  await members.suspend(req.params.id);
  res.json({ suspended: true });
});
// bad-cross: no-get-side-effects
app.get('/members/:id/remind', async (req, res) => {
  const member = await members.find(req.params.id);
  await members.remind(member!.email);
  res.json({ sent: true });
});
// ok-cross: no-get-side-effects -- about the reading itself
app.get('/members/:id', async (req, res) => {
  await members.noteVisit(req.params.id);
  res.json(await members.find(req.params.id));
});
// ok: no-get-side-effects -- a view counter
app.get('/posts/:id', async (req, res) => {
  await prisma.post.update({ where: { id: req.params.id }, data: { viewCount: { increment: 1 } } });
  res.json(await prisma.post.findUnique({ where: { id: req.params.id } }));
});
// ok: no-get-side-effects -- tokens of an OAuth callback
app.get('/oauth/callback', async (req, res) => {
  await prisma.account.update({ where: { id: '1' }, data: { accessToken: String(req.query.code) } });
  res.redirect('/');
});
// ok: no-get-side-effects -- an audit log
app.get('/reports', async (req, res) => {
  await prisma.auditLog.create({ data: { what: 'reports' } });
  res.json([]);
});
// ok: no-get-side-effects -- a default put down late
app.get('/settings', async (req, res) => {
  let settings = await prisma.settings.findFirst({ where: { owner: '1' } });
  if (!settings) settings = await prisma.settings.create({ data: { owner: '1' } });
  res.json(settings);
});
// ok: no-get-side-effects
app.post('/members', async (req, res) => {
  res.status(201).json(await prisma.member.create({ data: { email: req.body.email } }));
});

export const hono = new Hono();
// bad: no-get-side-effects
hono.get('/orders/:id/cancel', async (c) => {
  await prisma.order.update({ where: { id: c.req.param('id') }, data: { state: 'cancelled' } });
  return c.json({});
});
// ok: no-get-side-effects
hono.get('/orders/:id', async (c) => c.json(await prisma.order.findUnique({ where: { id: c.req.param('id') } })));

const t = initTRPC.create();
export const router = t.router({
  // bad: no-get-side-effects
  addTag: t.procedure.query(() => prisma.tag.create({ data: { name: 'new' } })),
  // ok: no-get-side-effects
  tags: t.procedure.query(() => prisma.tag.findMany({ take: 20 })),
  // ok: no-get-side-effects
  makeTag: t.procedure.mutation(() => prisma.tag.create({ data: { name: 'new' } })),
});
