// @complete: layer-boundaries
import { PrismaClient } from '@prisma/client';
import { Router } from 'express';
import { Pool } from 'pg';
import { listOrders } from '../services/orders.js';

const prisma = new PrismaClient();
const pool = new Pool();
export const orders = Router();

orders.get('/orders', async (req, res) => {
  // bad: layer-boundaries
  res.json(await prisma.order.findMany({ take: 10 }));
});
orders.get('/totals', async (req, res) => {
  // bad: layer-boundaries
  const { rows } = await pool.query('SELECT sum(total) FROM orders');
  res.json(rows);
});
orders.get('/all', async (req, res) => {
  // ok: layer-boundaries
  res.json(await listOrders(Number(req.query.page)));
});
