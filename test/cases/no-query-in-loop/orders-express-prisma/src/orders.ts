// @complete: no-query-in-loop
import { Router } from 'express';
import pLimit from 'p-limit';
import { customerOf, label, prisma } from './customers.js';

export const router = Router();
const limit = pLimit(5);

router.get('/orders', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  const rows = [];
  for (const order of orders) {
    // bad: no-query-in-loop
    const lines = await prisma.line.findMany({ where: { orderId: order.id } });
    rows.push({ ...order, lines });
  }
  res.json(rows);
});

router.get('/orders/customers', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  // bad-cross: no-query-in-loop
  const customers = await Promise.all(orders.map((order) => customerOf(order.customerId)));
  // ok-cross: no-query-in-loop -- no query in it
  const labels = await Promise.all(customers.map((customer) => label(customer.name)));
  res.json({ customers, labels });
});

router.get('/orders/by-index', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  for (let i = 0; i < orders.length; i++) {
    const id = orders[i].customerId;
    // bad: no-query-in-loop
    await prisma.customer.findUnique({ where: { id } });
  }
  orders.forEach(async (order) => {
    // bad: no-query-in-loop
    await prisma.line.deleteMany({ where: { orderId: order.id } });
  });
  res.end();
});

router.post('/orders/import', async (req, res) => {
  for (const row of req.body.rows) {
    // bad: no-query-in-loop -- createMany does it at once
    await prisma.order.create({ data: row });
  }
  res.end();
});

// ok: no-query-in-loop -- one query for all
router.get('/orders/in', async (req, res) => {
  const orders = await prisma.order.findMany({ take: 50 });
  const ids = orders.map((order) => order.customerId);
  res.json(await prisma.customer.findMany({ where: { id: { in: ids } } }));
});

// ok: no-query-in-loop -- a retry
export async function withRetry(id: string) {
  for (let attempt = 0; attempt < 3; attempt++) {
    const order = await prisma.order.findUnique({ where: { id } });
    if (order) return order;
  }
  return null;
}

// ok: no-query-in-loop -- pages
export async function everyOrder(work: (rows: unknown[]) => Promise<void>) {
  let cursor: string | undefined;
  while (true) {
    const rows = await prisma.order.findMany({ take: 500, cursor: cursor ? { id: cursor } : undefined });
    if (rows.length === 0) return;
    await work(rows);
    cursor = rows.at(-1)?.id;
  }
}

// ok: no-query-in-loop -- chunks of many
export async function markAll(ids: string[]) {
  for (let i = 0; i < ids.length; i += 100) {
    await prisma.order.updateMany({ where: { id: { in: ids.slice(i, i + 100) } }, data: { seen: true } });
  }
}

// ok: no-query-in-loop -- a short list that is written down
export async function counts() {
  const result: Record<string, number> = {};
  for (const status of ['open', 'paid', 'sent']) result[status] = await prisma.order.count({ where: { status } });
  return result;
}

// ok: no-query-in-loop -- ordered writes of one transaction
export async function book(lines: { sku: string; quantity: number }[]) {
  await prisma.$transaction(async (tx) => {
    for (const line of lines) {
      await tx.stock.update({ where: { sku: line.sku }, data: { left: { decrement: line.quantity } } });
    }
  });
}

// ok: no-query-in-loop -- a list of queries, sent as one transaction
export const rename = (rows: { id: string; name: string }[]) =>
  prisma.$transaction(rows.map(({ id, name }) => prisma.order.update({ where: { id }, data: { name } })));

// ok: no-query-in-loop -- chunked fan-out
export async function inChunks(ids: string[]) {
  for (let i = 0; i < ids.length; i += 10) {
    await Promise.all(ids.slice(i, i + 10).map((id) => prisma.order.findUnique({ where: { id } })));
  }
}

// ok: no-query-in-loop -- a few at a time
export const limited = (ids: string[]) =>
  Promise.all(ids.map((id) => limit(() => prisma.order.findUnique({ where: { id } }))));
