// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { sql } from 'drizzle-orm';
import type { FastifyPluginAsync } from 'fastify';
import { archiveStatement } from '../services/archive.js';

interface Query {
  account: string;
  month: string;
  text?: string;
}

const querystring = {
  type: 'object',
  required: ['account', 'month'],
  properties: {
    account: { type: 'string', format: 'uuid' },
    month: { type: 'string', pattern: '^\\d{4}-\\d{2}$' },
    text: { type: 'string', maxLength: 140 },
  },
};

const routes: FastifyPluginAsync = async (app) => {
  app.addHook('onRequest', app.authenticate);

  app.get<{ Querystring: Query }>('/', { schema: { querystring } }, async (request) => {
    const { account, month } = request.query;
    // ok: no-sql-concat -- the tag binds
    return app.db.execute(sql`
      SELECT date_trunc('day', t.created_at) AS day, SUM(t.cents) AS cents
      FROM transfers t JOIN accounts a ON a.id = t.from_id
      WHERE a.id = ${account} AND a.owner_id = ${request.user.sub} AND to_char(t.created_at, 'YYYY-MM') = ${month}
      GROUP BY 1 ORDER BY 1`);
  });

  app.get<{ Querystring: Query }>('/search', { schema: { querystring } }, async (request) => {
    const { account, text = '' } = request.query;
    // bad: no-sql-concat -- sql.raw takes the note's text as it comes
    // fix: no-sql-concat
    return app.db.execute(
      sql.raw(`
        SELECT t.id, t.note, t.cents FROM transfers t JOIN accounts a ON a.id = t.from_id
        WHERE a.id = '${account}' AND a.owner_id = '${request.user.sub}' AND t.note ILIKE '%${text}%' LIMIT 50`),
    );
  });

  // ok: require-idempotency -- writes the same object again
  app.put<{ Body: { account: string; month: string; csv: string } }>(
    '/archive',
    {
      schema: {
        body: {
          type: 'object',
          required: ['account', 'month', 'csv'],
          properties: { account: { type: 'string', format: 'uuid' }, month: querystring.properties.month, csv: { type: 'string' } },
        },
      },
    },
    async (request, reply) => {
      await archiveStatement(request.body.account, request.body.month, request.body.csv);
      return reply.code(204).send();
    },
  );
};

export default routes;
