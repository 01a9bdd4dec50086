// @complete: require-instrumentation-first
const { Pool } = require('pg');

const pool = new Pool();
pool.query('SELECT 1').then(() => pool.end());
