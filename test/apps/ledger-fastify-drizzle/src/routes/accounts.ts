// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { and, asc, desc, eq, lt, or } from 'drizzle-orm';
import type { FastifyPluginAsync } from 'fastify';
import { accounts, transfers } from '../db/schema.js';

interface AccountBody {
  id: string;
  name: string;
  currency: 'EUR' | 'GBP' | 'USD';
}

const accountBody = {
  type: 'object',
  required: ['id', 'name', 'currency'],
  additionalProperties: false,
  properties: {
    id: { type: 'string', format: 'uuid' },
    name: { type: 'string', minLength: 1, maxLength: 80 },
    currency: { enum: ['EUR', 'GBP', 'USD'] },
  },
};

const routes: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', app.authenticate);

  app.get('/', async () => {
    // bad: no-unpaginated-query -- every account of everybody
    // fix: no-unpaginated-query
    return app.db.select({ id: accounts.id, name: accounts.name, currency: accounts.currency }).from(accounts).orderBy(asc(accounts.name));
  });

  app.get<{ Params: { id: string }; Querystring: { before?: string; limit?: number } }>(
    '/:id/transfers',
    {
      schema: {
        params: { type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' } } },
        querystring: {
          type: 'object',
          properties: { before: { type: 'string', format: 'date-time' }, limit: { type: 'integer', minimum: 1, maximum: 100, default: 20 } },
        },
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      // ok: no-unpaginated-query
      const [account] = await app.db
        .select({ id: accounts.id })
        .from(accounts)
        .where(and(eq(accounts.id, id), eq(accounts.ownerId, request.user.sub)));
      if (!account) return reply.code(404).send({ title: 'No such account', status: 404 });
      const before = request.query.before ? new Date(request.query.before) : new Date();
      // ok: no-unpaginated-query
      return app.db
        .select()
        .from(transfers)
        .where(and(or(eq(transfers.fromId, id), eq(transfers.toId, id)), lt(transfers.createdAt, before)))
        .orderBy(desc(transfers.createdAt))
        .limit(request.query.limit ?? 20);
    },
  );

  // ok: require-idempotency -- the client's own id, and a conflict changes nothing
  app.put<{ Body: AccountBody }>('/', { schema: { body: accountBody } }, async (request, reply) => {
    const { id, name, currency } = request.body;
    await app.db.insert(accounts).values({ id, name, currency, ownerId: request.user.sub }).onConflictDoNothing();
    return reply.code(200).send({ id });
  });
};

export default routes;
