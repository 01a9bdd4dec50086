// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { and, eq, lt } from 'drizzle-orm';
import type { FastifyReply, FastifyRequest } from 'fastify';
import fp from 'fastify-plugin';
import { idempotencyKeys } from '../db/schema.js';

declare module 'fastify' {
  interface FastifyInstance {
    idempotent: (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;
  }
  interface FastifyRequest {
    idempotencyKey: string | null;
  }
}

const DAY = 24 * 60 * 60 * 1000;

/** `preHandler: [app.authenticate, app.idempotent]` runs a request once per caller, route and Idempotency-Key. */
export default fp(
  async (app) => {
    app.decorateRequest('idempotencyKey', null);

    app.decorate('idempotent', async (request: FastifyRequest, reply: FastifyReply) => {
      const header = request.headers['idempotency-key'];
      if (typeof header !== 'string') return reply.code(400).send({ title: 'Send an Idempotency-Key', status: 400 });
      const key = `${request.user.sub}:${request.method}:${request.url}:${header}`;

      await app.db.delete(idempotencyKeys).where(and(eq(idempotencyKeys.key, key), lt(idempotencyKeys.expiresAt, new Date())));
      const taken = await app.db
        .insert(idempotencyKeys)
        .values({ key, expiresAt: new Date(Date.now() + DAY) })
        .onConflictDoNothing()
        .returning({ key: idempotencyKeys.key });
      if (taken.length > 0) {
        request.idempotencyKey = key;
        return;
      }
      // ok: no-unpaginated-query -- by primary key
      const [first] = await app.db.select().from(idempotencyKeys).where(eq(idempotencyKeys.key, key));
      if (!first?.status) return reply.code(409).send({ title: 'The first request is still running', status: 409 });
      return reply.code(first.status).send(first.body);
    });

    app.addHook('preSerialization', async (request, reply, payload) => {
      const key = request.idempotencyKey;
      if (!key) return payload;
      if (reply.statusCode < 500) {
        await app.db.update(idempotencyKeys).set({ status: reply.statusCode, body: payload }).where(eq(idempotencyKeys.key, key));
      } else {
        await app.db.delete(idempotencyKeys).where(eq(idempotencyKeys.key, key));
      }
      return payload;
    });
  },
  { name: 'idempotency', dependencies: ['database', 'authentication'] },
);
