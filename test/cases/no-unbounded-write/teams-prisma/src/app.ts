// @complete: no-unbounded-write
import express from 'express';
import { z } from 'zod';
import { prisma } from './db.js';

const app = express();
const Query = z.object({ userId: z.string() });

app.delete('/sessions', async (req, res) => {
  // bad: no-unbounded-write
  await prisma.session.deleteMany({ where: { userId: req.query.userId as string } });
  res.sendStatus(204);
});

app.delete('/users/:id/sessions', async (req, res) => {
  // ok: no-unbounded-write
  await prisma.session.deleteMany({ where: { userId: req.params.id } });
  res.sendStatus(204);
});

app.delete('/sessions/checked', async (req, res) => {
  const { userId } = Query.parse(req.query);
  // ok: no-unbounded-write
  await prisma.session.deleteMany({ where: { userId } });
  res.sendStatus(204);
});

app.post('/notifications/read', async (req, res) => {
  // bad: no-unbounded-write
  await prisma.notification.updateMany({ data: { readAt: new Date() } });
  res.sendStatus(204);
});

app.delete('/notifications', async (_req, res) => {
  // bad: no-unbounded-write
  await prisma.notification.deleteMany({});
  res.sendStatus(204);
});

app.delete('/drafts', async (_req, res) => {
  // bad: no-unbounded-write
  await prisma.draft.deleteMany();
  res.sendStatus(204);
});

app.post('/scores/rebuild', async (_req, res) => {
  // bad: no-unbounded-write
  await prisma.$executeRaw`UPDATE scores SET points = 0`;
  // ok: no-unbounded-write
  await prisma.$executeRaw`UPDATE scores SET points = 0 WHERE season < ${new Date().getFullYear()}`;
  res.sendStatus(204);
});

app.listen(3000);
