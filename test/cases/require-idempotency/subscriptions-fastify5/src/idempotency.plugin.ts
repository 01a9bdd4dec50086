import fp from 'fastify-plugin';
import postgres from 'postgres';

const sql = postgres(process.env.DATABASE_URL!);

/** Replays the stored answer for a known `idempotency-key`, for every mutating route of the instance it is registered on. */
export default fp(async (app) => {
  app.addHook('preHandler', async (request, reply) => {
    const key = request.headers['idempotency-key'];
    if (!key || request.method === 'GET') return;
    const scope = `${request.method} ${request.routeOptions.url} ${request.headers.authorization} ${key}`;
    const [stored] = await sql`
      insert into idempotency (scope, expires_at) values (${scope}, now() + interval '1 day')
      on conflict (scope) do update set scope = excluded.scope returning answer, (xmax = 0) as fresh`;
    if (stored && !stored.fresh) return reply.code(stored.answer ? 200 : 409).send(stored.answer ?? {});
  });
});
