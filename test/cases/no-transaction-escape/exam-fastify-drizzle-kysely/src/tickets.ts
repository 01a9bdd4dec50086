// @complete: no-transaction-escape
import type { FastifyInstance } from 'fastify';
import { eq, sql } from 'drizzle-orm';
import { db, pool, warehouse, type WarehouseTx } from './db.js';
import { record, describe } from './events.js';
import { tickets, events } from './schema.js';

export async function ticketRoutes(app: FastifyInstance) {
  app.post<{ Body: { title: string } }>('/tickets', async (request, reply) => {
    const made = await db.transaction(async (tx) => {
      const [ticket] = await tx.insert(tickets).values({ title: request.body.title, seats: 1 }).returning();
      // bad: no-transaction-escape
      // fix: no-transaction-escape
      await db.insert(events).values({ ticketId: ticket!.id, kind: 'made' });
      return ticket;
    });
    return reply.code(201).send(made);
  });

  app.post<{ Params: { id: string } }>('/tickets/:id/close', async (request) => {
    await db.transaction(async (tx) => {
      await tx.update(tickets).set({ seats: 0 }).where(eq(tickets.id, request.params.id));
      // bad-cross: no-transaction-escape -- record takes the transaction as its third parameter
      // fix: no-transaction-escape
      await record(request.params.id, 'closed');
    });
  });

  app.post<{ Params: { id: string } }>('/tickets/:id/open', async (request) => {
    await db.transaction(async (tx) => {
      await tx.update(tickets).set({ seats: 1 }).where(eq(tickets.id, request.params.id));
      // ok-cross: no-transaction-escape
      await record(request.params.id, 'opened', tx);
      // ok-cross: no-transaction-escape -- a helper that takes no client
      request.log.info(describe('opened'));
    });
    // ok-cross: no-transaction-escape -- after it
    await record(request.params.id, 'seen');
  });

  app.post<{ Params: { id: string } }>('/tickets/:id/split', async (request) => {
    await db.transaction(async (tx) => {
      // ok: no-transaction-escape -- a transaction within the transaction (a savepoint)
      await tx.transaction(async (inner) => {
        await inner.update(tickets).set({ seats: 1 }).where(eq(tickets.id, request.params.id));
      });
      // bad: no-transaction-escape -- text through the outer client
      await db.execute(sql`update tickets set seats = seats - 1 where id = ${request.params.id}`);
    });
  });

  app.post<{ Params: { shelf: string } }>('/shelves/:shelf/moves', async (request) => {
    await warehouse.transaction().execute(async (trx) => {
      await trx.updateTable('shelves').set((eb) => ({ free: eb('free', '-', 1) })).where('id', '=', request.params.shelf).execute();
      // bad: no-transaction-escape
      // fix: no-transaction-escape
      await warehouse.insertInto('moves').values({ id: crypto.randomUUID(), shelf_id: request.params.shelf }).execute();
      // ok: no-transaction-escape -- given the transaction
      await settle(trx, request.params.shelf);
    });
  });

  // bad: no-transaction-escape -- each statement may go to another connection of the pool
  app.post('/nightly', async () => {
    await pool.query('BEGIN');
    await pool.query('DELETE FROM events WHERE kind = $1', ['old']);
    await pool.query('COMMIT');
  });

  app.post('/nightly/safe', async () => {
    const client = await pool.connect();
    try {
      // ok: no-transaction-escape -- one client
      await client.query('BEGIN');
      await client.query('DELETE FROM events WHERE kind = $1', ['old']);
      await client.query('COMMIT');
    } catch (error) {
      await client.query('ROLLBACK');
      throw error;
    } finally {
      client.release();
    }
  });
}

async function settle(trx: WarehouseTx, shelf: string) {
  await trx.deleteFrom('moves').where('shelf_id', '=', shelf).execute();
}
