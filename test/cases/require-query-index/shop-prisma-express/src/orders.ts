// @complete: require-query-index
import { PrismaClient } from '@prisma/client';
import { Router } from 'express';

const prisma = new PrismaClient();
export const orders = Router();

orders.get('/', async (req, res) => {
  // bad-cross: require-query-index
  const rows = await prisma.order.findMany({ where: { status: String(req.query.status) }, take: 50 });
  res.json(rows);
});

orders.get('/by-channel', async (req, res) => {
  // ok-cross: require-query-index
  res.json(await prisma.order.findMany({ where: { channel: String(req.query.channel) }, take: 50 }));
});

orders.get('/newest', async (_req, res) => {
  // bad-cross: require-query-index
  res.json(await prisma.order.findMany({ orderBy: { createdAt: 'desc' }, take: 20 }));
});

orders.get('/mine', async (req, res) => {
  // ok-cross: require-query-index
  res.json(await prisma.order.findMany({ where: { customerId: Number(req.query.customer) }, orderBy: { createdAt: 'desc' }, take: 20 }));
});

orders.get('/last', async (_req, res) => {
  // ok-cross: require-query-index
  res.json(await prisma.order.findMany({ orderBy: { id: 'desc' }, take: 20 }));
});

orders.get('/count', async (req, res) => {
  // ok-cross: require-query-index
  res.json(await prisma.order.count({ where: { status: String(req.query.status) } }));
});

orders.get('/caller', async (req, res) => {
  // bad-cross: require-query-index
  res.json(await prisma.customer.findFirst({ where: { phone: String(req.query.phone) } }));
});

orders.get('/login', async (req, res) => {
  // ok-cross: require-query-index
  res.json(await prisma.customer.findUnique({ where: { email: String(req.query.email) } }));
});
