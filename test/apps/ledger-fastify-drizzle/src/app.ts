// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify from 'fastify';
import authentication from './plugins/authentication.js';
import database from './plugins/database.js';
import idempotency from './plugins/idempotency.js';
import accounts from './routes/accounts.js';
import statements from './routes/statements.js';
import transfers from './routes/transfers.js';

export async function build() {
  const app = Fastify({ logger: { redact: ['req.headers.authorization', 'req.headers.cookie'] }, bodyLimit: 1_048_576 });
  await app.register(helmet);
  await app.register(rateLimit, { max: 100, timeWindow: '1 minute' });
  await app.register(database);
  await app.register(authentication);
  await app.register(idempotency);
  await app.register(accounts, { prefix: '/accounts' });
  await app.register(transfers, { prefix: '/transfers' });
  await app.register(statements, { prefix: '/statements' });
  return app;
}
