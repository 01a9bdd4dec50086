// @complete: require-instrumentation-first
const express = require('express');
const { Pool } = require('pg');
const Sentry = require('@sentry/node');

// bad: require-instrumentation-first
Sentry.init({ dsn: process.env.SENTRY_DSN });

const app = express();
app.locals.pool = new Pool();
module.exports = app;
