// @complete: no-unbounded-page-size
import { Router } from 'express';
import { query } from 'express-validator';
import { z } from 'zod';

import { prisma } from './db.js';
import { pageOf, rawPageOf } from './paging.js';
import { newCoupon, productQuery, reviewQuery } from './schemas.js';
import { listOrders } from './orders.service.js';

export const routes = Router();
const ALLOWED = [10, 25, 50];

routes.get('/customers', async (req, res) => {
  const limit = Number(req.query.limit ?? 20);
  // bad: no-unbounded-page-size
  // fix: no-unbounded-page-size
  const customers = await prisma.customer.findMany({ orderBy: { id: 'asc' }, take: limit });
  res.json(customers);
});

routes.get('/suppliers', async (req, res) => {
  const limit = Math.min(Number(req.query.limit) || 20, 100);
  // ok: no-unbounded-page-size
  res.json(await prisma.supplier.findMany({ take: limit }));
});

routes.get('/warehouses', async (req, res) => {
  let limit = parseInt(String(req.query.limit), 10) || 20;
  if (limit > 200) limit = 200;
  // ok: no-unbounded-page-size
  res.json(await prisma.warehouse.findMany({ take: limit }));
});

routes.get('/stores', async (req, res) => {
  const size = Number(req.query.size);
  if (size < 1) return void res.status(400).json({ error: 'size' });
  // bad: no-unbounded-page-size
  res.json(await prisma.store.findMany({ take: size }));
});

routes.get('/brands', async (req, res) => {
  const size = Number(req.query.size);
  if (!ALLOWED.includes(size)) return void res.status(400).json({ error: 'size' });
  // ok: no-unbounded-page-size
  res.json(await prisma.brand.findMany({ take: size }));
});

routes.get('/articles', async (req, res) => {
  // ok-cross: no-unbounded-page-size
  res.json(await prisma.article.findMany({ ...pageOf(req.query), orderBy: { id: 'asc' } }));
});

routes.get('/notes', async (req, res) => {
  const { take, skip } = rawPageOf(req.query);
  // bad-cross: no-unbounded-page-size
  res.json(await prisma.note.findMany({ take, skip }));
});

routes.get('/products', async (req, res) => {
  const { limit, page } = productQuery.parse(req.query);
  // ok-cross: no-unbounded-page-size
  res.json(await prisma.product.findMany({ take: limit, skip: (page - 1) * limit }));
});

routes.get('/reviews', async (req, res) => {
  const { take } = reviewQuery.parse(req.query);
  // ok: no-unbounded-page-size
  res.json(await prisma.review.findMany({ take: Math.min(take, 50) }));
});

const tagQuery = z.object({
  q: z.string().optional(),
  // bad: no-unbounded-page-size
  // fix: no-unbounded-page-size
  perPage: z.coerce.number().int().positive().optional(),
});

routes.get('/tags', async (req, res) => {
  const parsed = tagQuery.safeParse(req.query);
  if (!parsed.success) return void res.status(400).json(parsed.error);
  res.json(await prisma.tag.findMany({ take: parsed.data.perPage ?? 20 }));
});

routes.get('/events', query('limit').isInt({ min: 1, max: 100 }), async (req, res) => {
  // ok: no-unbounded-page-size
  res.json(await prisma.event.findMany({ take: Number(req.query.limit) }));
});

routes.get('/latest', async (_req, res) => {
  // ok: no-unbounded-page-size
  res.json(await prisma.article.findMany({ take: 10 }));
});

routes.post('/coupons', async (req, res) => {
  res.status(201).json(await prisma.coupon.create({ data: newCoupon.parse(req.body) }));
});

routes.get('/orders', async (req, res) => {
  res.json(await listOrders(req.query));
});
