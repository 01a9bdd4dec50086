// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import type { FastifyPluginAsync } from 'fastify';
import { transfer, type TransferInput } from '../services/transfers.js';

const transferBody = {
  type: 'object',
  required: ['fromId', 'toId', 'cents'],
  additionalProperties: false,
  properties: {
    fromId: { type: 'string', format: 'uuid' },
    toId: { type: 'string', format: 'uuid' },
    cents: { type: 'integer', minimum: 1, maximum: 100_000_000 },
    note: { type: 'string', maxLength: 140 },
  },
};

const routes: FastifyPluginAsync = async (app) => {
  // bad-cross: require-idempotency -- a retry pays twice
  // fix: require-idempotency -- the project's preHandler
  app.post<{ Body: TransferInput }>(
    '/',
    { schema: { body: transferBody }, preHandler: [app.authenticate] },
    async (request, reply) => {
      const row = await transfer(app.db, request.user.sub, request.body);
      if (!row) return reply.code(422).send({ title: 'The account has too little money', status: 422 });
      return reply.code(201).send(row);
    },
  );

  // ok-cross: require-idempotency
  app.post<{ Body: TransferInput }>(
    '/instant',
    { schema: { body: transferBody }, preHandler: [app.authenticate, app.idempotent] },
    async (request, reply) => {
      const row = await transfer(app.db, request.user.sub, request.body);
      if (!row) return reply.code(422).send({ title: 'The account has too little money', status: 422 });
      return reply.code(201).send(row);
    },
  );
};

export default routes;
