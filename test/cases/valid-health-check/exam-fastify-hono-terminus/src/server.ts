// @complete: valid-health-check
import Fastify from 'fastify';
import { ping, pingQuietly } from './db.js';

const app = Fastify();
// ok: valid-health-check
app.get('/livez', async () => ({ ok: true }));
// ok-cross: valid-health-check
app.get('/readyz', async (req, reply) => {
  try {
    await ping();
    return { ok: true };
  } catch (err) {
    req.log.error(err);
    return reply.code(503).send({ ok: false });
  }
});
// ok: valid-health-check -- a single /health is judged as neither
app.get('/health', async () => ({ ok: true }));

const second = Fastify();
// bad-cross: valid-health-check -- a database that is down restarts every pod
second.get('/healthz/live', async () => {
  await ping();
  return { ok: true };
});
// bad: valid-health-check -- asks nothing
second.get('/healthz/ready', async () => ({ ready: true }));
// bad-cross: valid-health-check -- 200 whatever the answer
second.get('/readiness', async () => ({ database: await pingQuietly() }));
export { app, second };
