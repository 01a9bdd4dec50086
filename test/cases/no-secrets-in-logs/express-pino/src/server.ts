// @complete: no-secrets-in-logs
import express from 'express';
import { Pool } from 'pg';
import { auth } from './auth.routes.js';
import { config } from './lib/config.js';
import { logger } from './lib/logger.js';

// bad: no-secrets-in-logs
logger.info(`connecting to ${config.databaseUrl}`);
// bad: no-secrets-in-logs
console.log(process.env);
// ok: no-secrets-in-logs
logger.info({ port: config.port, keys: Object.keys(process.env).length }, 'starting');
// bad-cross: no-secrets-in-logs
logger.debug({ config }, 'configuration');
// bad: no-secrets-in-logs
logger.debug('stripe key %s', process.env.STRIPE_SECRET_KEY);
// ok: no-secrets-in-logs
logger.debug(`stripe key ${process.env.STRIPE_SECRET_KEY ? 'set' : 'missing'}`);
// ok: no-secrets-in-logs
logger.warn('Invalid password or token');

export const pool = new Pool({ connectionString: config.databaseUrl });
const app = express();
app.use('/auth', auth);
app.listen(config.port);
