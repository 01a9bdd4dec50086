// @complete: no-unpaginated-query
import { Router } from 'express';
import type { Prisma } from '@prisma/client';
import { newestFirst, pageArgs } from './paging.js';
import { prisma } from './prisma.js';

export const posts = Router();

posts.get('/', async (_req, res) => {
  // bad-cross: no-unpaginated-query
  // fix: no-unpaginated-query
  const all = await prisma.post.findMany();
  res.json(all);
});

posts.get('/with-authors', async (_req, res) => {
  // bad-cross: no-unpaginated-query -- an include bounds nothing
  // fix: no-unpaginated-query
  const all = await prisma.post.findMany({ include: { author: true }, orderBy: { createdAt: 'desc' } });
  res.json(all);
});

posts.get('/published', async (_req, res) => {
  // bad-cross: no-unpaginated-query -- most rows are published
  // fix: no-unpaginated-query
  res.json(await prisma.post.findMany({ where: { status: 'published' } }));
});

posts.get('/in/:country', async (req, res) => {
  const where: Prisma.PostWhereInput = { country: req.params.country };
  // bad-cross: no-unpaginated-query
  const found = await prisma.post.findMany({ where });
  res.json(found);
});

posts.get('/sorted', async (_req, res) => {
  // bad-cross: no-unpaginated-query -- the helper only sorts
  const found = await prisma.post.findMany({ ...newestFirst() });
  res.json(found);
});

posts.get('/args', async (_req, res) => {
  const args = { where: { status: 'draft' }, select: { id: true, title: true } };
  // bad-cross: no-unpaginated-query -- options in a variable
  const found = await prisma.post.findMany(args);
  res.json(found);
});

posts.get('/raw', async (_req, res) => {
  // bad-cross: no-unpaginated-query
  const rows = await prisma.$queryRaw`SELECT id, title FROM "Post" ORDER BY "createdAt" DESC`;
  res.json(rows);
});

posts.get('/raw/latest', async (_req, res) => {
  // ok-cross: no-unpaginated-query
  const rows = await prisma.$queryRaw`SELECT id, title FROM "Post" ORDER BY "createdAt" DESC LIMIT 20`;
  res.json(rows);
});

posts.get('/paged', async (req, res) => {
  // ok-cross: no-unpaginated-query -- the spread carries take
  const found = await prisma.post.findMany({ where: { status: 'published' }, ...pageArgs(req.query) });
  res.json(found);
});

posts.get('/page', async (req, res) => {
  const page = Math.max(1, Number(req.query.page) || 1);
  // ok-cross: no-unpaginated-query
  const [rows, total] = await Promise.all([
    prisma.post.findMany({ skip: (page - 1) * 20, take: 20, orderBy: { createdAt: 'desc' } }),
    prisma.post.count(),
  ]);
  res.json({ rows, total });
});

posts.get('/variable', async (_req, res) => {
  const options: Prisma.PostFindManyArgs = { where: { status: 'draft' } };
  options.take = 50;
  // ok-cross: no-unpaginated-query -- take is set in a second step
  res.json(await prisma.post.findMany(options));
});

posts.get('/some', async (req, res) => {
  const ids = String(req.query.ids).split(',');
  // ok-cross: no-unpaginated-query -- a list of ids
  res.json(await prisma.post.findMany({ where: { id: { in: ids } } }));
});

posts.get('/by/:authorId', async (req, res) => {
  // ok-cross: no-unpaginated-query -- a parent's posts
  res.json(await prisma.post.findMany({ where: { authorId: req.params.authorId }, orderBy: { createdAt: 'desc' } }));
});

posts.get('/stats', async (_req, res) => {
  // ok-cross: no-unpaginated-query -- one row per status
  const perStatus = await prisma.post.groupBy({ by: ['status'], _count: true });
  // ok-cross: no-unpaginated-query
  const newest = await prisma.post.aggregate({ _max: { createdAt: true } });
  // ok-cross: no-unpaginated-query
  const [count] = await prisma.$queryRaw<{ n: bigint }[]>`SELECT count(*) AS n FROM "Post"`;
  res.json({ perStatus, newest, n: Number(count?.n) });
});

posts.get('/:slug', async (req, res) => {
  // ok-cross: no-unpaginated-query
  res.json(await prisma.post.findUnique({ where: { slug: req.params.slug }, include: { author: true } }));
});
