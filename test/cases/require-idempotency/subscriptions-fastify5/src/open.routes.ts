// @complete: require-idempotency
import { eq } from 'drizzle-orm';
import type { FastifyPluginAsync } from 'fastify';
import { db, invoices, subscriptions } from './db.js';

interface NewSubscription {
  Body: { customer: string; plan: string; reference: string };
}

export const openRoutes: FastifyPluginAsync = async (app) => {
  // bad-cross: require-idempotency
  app.post<NewSubscription>('/subscriptions', async (request, reply) => {
    const { customer, plan } = request.body;
    const [created] = await db.insert(subscriptions).values({ customer, plan }).returning();
    return reply.code(201).send(created);
  });

  // bad-cross: require-idempotency -- the full declaration
  app.route<{ Params: { id: string } }>({
    method: 'POST',
    url: '/subscriptions/:id/invoice',
    schema: { params: { type: 'object', properties: { id: { type: 'string' } } } },
    handler: async (request, reply) => {
      await invoices.add('create', { subscription: request.params.id });
      return reply.code(202).send();
    },
  });

  // ok-cross: require-idempotency -- the job's id is made of the request
  app.post<{ Params: { id: string; month: string } }>('/subscriptions/:id/invoice/:month', async (request, reply) => {
    const { id, month } = request.params;
    await invoices.add('create', { id, month }, { jobId: `${id}-${month}` });
    return reply.code(202).send();
  });

  // ok-cross: require-idempotency -- the client's reference is unique
  app.post<NewSubscription>('/subscriptions/by-reference', async (request, reply) => {
    const { customer, plan, reference } = request.body;
    await db
      .insert(subscriptions)
      .values({ customer, plan, reference })
      .onConflictDoUpdate({ target: subscriptions.reference, set: { plan } });
    return reply.code(200).send({ reference });
  });

  // ok-cross: require-idempotency -- sets a field
  app.patch<{ Params: { id: string }; Body: { plan: string } }>('/subscriptions/:id', async (request) => {
    await db.update(subscriptions).set({ plan: request.body.plan }).where(eq(subscriptions.id, request.params.id));
    return { id: request.params.id };
  });

  // ok: require-idempotency -- computes
  app.post<{ Body: { code: string } }>('/vouchers/validate', async (request) => ({ valid: /^[A-Z]{8}$/.test(request.body.code) }));
};
