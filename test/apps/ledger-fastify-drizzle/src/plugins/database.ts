// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js';
import fp from 'fastify-plugin';
import postgres from 'postgres';
import { config } from '../config.js';
import * as schema from '../db/schema.js';

export type Database = PostgresJsDatabase<typeof schema>;

declare module 'fastify' {
  interface FastifyInstance {
    db: Database;
  }
}

export default fp(
  async (app) => {
    // ok: no-hardcoded-secrets
    const client = postgres(config.DATABASE_URL, { max: 10, connect_timeout: 5 });
    app.decorate('db', drizzle(client, { schema }));
    app.addHook('onClose', async () => {
      await client.end({ timeout: 5 });
    });
  },
  { name: 'database' },
);
