// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
'use strict';

const app = require('./app');
const config = require('./config');
const { pool } = require('./db');
const logger = require('./logger');

const server = app.listen(config.port, () => logger.info({ port: config.port }, 'listening'));

process.once('SIGTERM', () => {
  server.close(async () => {
    await pool.end();
  });
});
