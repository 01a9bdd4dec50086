import type { FastifyInstance } from 'fastify';
import { pool } from './db.js';

export function closeOnSignal(app: FastifyInstance): void {
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, async () => {
      await app.close();
      await pool.end();
    });
  }
}
