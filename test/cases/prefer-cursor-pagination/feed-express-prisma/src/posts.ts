// @complete: prefer-cursor-pagination
import { PrismaClient } from '@prisma/client';
import { Router } from 'express';
import { z } from 'zod';
import { pageOf } from './paging.js';
import { listComments } from './comments.js';

const prisma = new PrismaClient();
export const posts = Router();

posts.get('/', async (req, res) => {
  const page = Math.max(1, Number(req.query.page) || 1);
  const perPage = Math.min(Number(req.query.perPage) || 20, 100);
  const rows = await prisma.post.findMany({
    orderBy: { createdAt: 'desc' },
    // bad: prefer-cursor-pagination
    skip: (page - 1) * perPage,
    take: perPage,
  });
  res.json(rows);
});

const listQuery = z.object({ offset: z.coerce.number().int().min(0).default(0), limit: z.coerce.number().max(100).default(20) });

posts.get('/drafts', async (req, res) => {
  const { offset, limit } = listQuery.parse(req.query);
  // bad: prefer-cursor-pagination
  res.json(await prisma.draft.findMany({ skip: offset, take: limit }));
});

posts.get('/recent', async (req, res) => {
  const cursor = req.query.cursor ? String(req.query.cursor) : undefined;
  // ok: prefer-cursor-pagination
  const rows = await prisma.post.findMany({
    orderBy: { id: 'desc' },
    take: 20,
    ...(cursor ? { skip: 1, cursor: { id: cursor } } : {}),
  });
  res.json(rows);
});

posts.get('/liked', async (req, res) => {
  const { skip, take } = pageOf(req.query);
  // bad-cross: prefer-cursor-pagination
  res.json(await prisma.like.findMany({ where: { userId: String(req.query.user) }, skip, take }));
});

posts.get('/countries', async (req, res) => {
  // ok: prefer-cursor-pagination
  res.json(await prisma.country.findMany({ skip: Number(req.query.skip) || 0, take: 50 }));
});

posts.get('/top', async (_req, res) => {
  // ok: prefer-cursor-pagination
  res.json(await prisma.post.findMany({ orderBy: { likes: 'desc' }, skip: 3, take: 10 }));
});

posts.get('/:id/comments', async (req, res) => {
  res.json(await listComments(req.params.id, Number(req.query.page ?? 1)));
});
