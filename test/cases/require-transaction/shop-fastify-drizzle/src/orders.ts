// @complete: require-transaction
import { eq } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { FastifyInstance } from 'fastify';
import { auditLogs, lines, orders, settings } from './schema.js';

const db = drizzle(process.env.DATABASE_URL!);

export async function routes(app: FastifyInstance) {
  // bad: require-transaction
  app.post('/orders', async () => {
    const [order] = await db.insert(orders).values({ status: 'new' }).returning();
    await db.insert(lines).values({ orderId: order.id });
    return order;
  });

  // bad: require-transaction
  app.delete('/orders/:id', async (request) => {
    const { id } = request.params as { id: number };
    await db.delete(lines).where(eq(lines.orderId, id));
    await db.delete(orders).where(eq(orders.id, id));
  });

  // ok: require-transaction
  app.put('/orders/:id', async (request) => {
    const { id } = request.params as { id: number };
    await db.transaction(async (tx) => {
      await tx.delete(lines).where(eq(lines.orderId, id));
      await tx.insert(lines).values({ orderId: id });
    });
  });

  // ok: require-transaction -- the log may be missing
  app.patch('/orders/:id', async (request) => {
    const { id } = request.params as { id: number };
    await db.update(orders).set({ status: 'paid' }).where(eq(orders.id, id));
    await db.insert(auditLogs).values({ orderId: id });
  });

  // ok: require-transaction -- nothing to do with each other
  app.post('/reset', async () => {
    await db.update(settings).set({ theme: 'dark' }).where(eq(settings.id, 1));
    await db.update(orders).set({ status: 'old' }).where(eq(orders.status, 'new'));
  });

  // ok: require-transaction -- one or the other
  app.post('/orders/:id/toggle', async (request) => {
    const { id } = request.params as { id: number };
    if (id > 10) {
      await db.delete(lines).where(eq(lines.orderId, id));
    } else {
      await db.update(orders).set({ status: 'new' }).where(eq(orders.id, id));
    }
  });
}
