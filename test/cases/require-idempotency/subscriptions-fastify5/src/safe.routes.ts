// @complete: require-idempotency -- registered beneath the plugin
import type { FastifyPluginAsync } from 'fastify';
import { db, subscriptions } from './db.js';

export const safeRoutes: FastifyPluginAsync = async (app) => {
  // ok-cross: require-idempotency
  app.post<{ Body: { customer: string; plan: string } }>('/subscriptions', async (request, reply) => {
    const [created] = await db.insert(subscriptions).values(request.body).returning();
    return reply.code(201).send(created);
  });
};
