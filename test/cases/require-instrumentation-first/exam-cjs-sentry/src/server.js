// @complete: require-instrumentation-first
const express = require('express');
const { Pool } = require('pg');
const Sentry = require('@sentry/node');

// Not seen yet, because another entry file is started with --require: express and pg are loaded already.
Sentry.init({ dsn: process.env.SENTRY_DSN, tracesSampleRate: 0.1 });

const pool = new Pool();
const app = express();
app.get('/tickets', async (req, res) => res.json((await pool.query('SELECT id FROM tickets LIMIT 50')).rows));
app.listen(3000);
