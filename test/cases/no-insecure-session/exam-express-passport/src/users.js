'use strict';
const { Pool } = require('pg');
const pool = new Pool();
exports.byEmail = async (email) => (await pool.query('SELECT id, password_hash FROM users WHERE email = $1', [email])).rows[0];
