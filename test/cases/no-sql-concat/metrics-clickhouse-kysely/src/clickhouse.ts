// @complete: no-sql-concat
import { createClient } from '@clickhouse/client';
import type { FastifyPluginAsync } from 'fastify';

const clickhouse = createClient({ url: process.env.CLICKHOUSE_URL });
const INTERVALS = { hour: 'toStartOfHour', day: 'toStartOfDay' } as const;

export const metrics: FastifyPluginAsync = async (app) => {
  app.get<{ Querystring: { site: string } }>('/visits', async (request) => {
    const result = await clickhouse.query({
      // bad: no-sql-concat
      query: `SELECT path, count() AS n FROM visits WHERE site = '${request.query.site}' GROUP BY path LIMIT 100`,
      format: 'JSONEachRow',
    });
    return result.json();
  });

  app.get<{ Querystring: { site: string } }>('/visits/bound', async (request) => {
    // ok: no-sql-concat -- typed parameters
    const result = await clickhouse.query({
      query: 'SELECT path, count() AS n FROM visits WHERE site = {site:String} GROUP BY path LIMIT 100',
      query_params: { site: request.query.site },
      format: 'JSONEachRow',
    });
    return result.json();
  });

  app.get<{ Querystring: { interval: keyof typeof INTERVALS } }>('/series', async (request) => {
    const bucket = INTERVALS[request.query.interval] ?? INTERVALS.day;
    // ok: no-sql-concat -- a closed map
    const result = await clickhouse.query({ query: `SELECT ${bucket}(at) AS t, count() FROM visits GROUP BY t LIMIT 1000` });
    return result.json();
  });

  app.delete<{ Params: { site: string } }>('/sites/:site', async (request, reply) => {
    const statement = `ALTER TABLE visits DELETE WHERE site = '${request.params.site}'`;
    // bad: no-sql-concat
    await clickhouse.command({ query: statement });
    return reply.code(204).send();
  });
};
