// @complete: no-hardcoded-secrets, no-sql-concat, no-unpaginated-query, require-idempotency, no-jwt-in-web-storage, no-shared-secret-jwt
'use strict';

const { pool } = require('../db');

/** Answers a repeated request with the first answer; keys live for a day and belong to one caller and route. */
module.exports = async function idempotency(req, res, next) {
  const header = req.get('idempotency-key');
  if (!header) return res.status(400).json({ title: 'Send an Idempotency-Key', status: 400 });
  const key = `${req.user.id}:${req.method}:${req.baseUrl}${req.path}:${header}`;

  await pool.query('DELETE FROM idempotency_keys WHERE key = $1 AND expires_at < now()', [key]);
  const { rowCount } = await pool.query(
    `INSERT INTO idempotency_keys (key, expires_at) VALUES ($1, now() + interval '24 hours') ON CONFLICT (key) DO NOTHING`,
    [key],
  );
  if (rowCount === 0) {
    // ok: no-unpaginated-query -- by primary key
    const { rows } = await pool.query('SELECT status, body FROM idempotency_keys WHERE key = $1', [key]);
    if (!rows[0]?.status) return res.status(409).json({ title: 'The first request is still running', status: 409 });
    return res.status(rows[0].status).json(rows[0].body);
  }

  const json = res.json.bind(res);
  res.json = (body) => {
    const done =
      res.statusCode < 500
        ? pool.query('UPDATE idempotency_keys SET status = $2, body = $3 WHERE key = $1', [key, res.statusCode, JSON.stringify(body)])
        : pool.query('DELETE FROM idempotency_keys WHERE key = $1', [key]);
    done.then(() => json(body), next);
    return res;
  };
  next();
};
