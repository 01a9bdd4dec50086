// @complete: no-swallowed-errors
const Redis = require('ioredis');
const { Pool } = require('pg');
const fs = require('node:fs/promises');
const logger = require('./logger');

const redis = new Redis(process.env.REDIS_URL);
// bad: no-swallowed-errors
// fix: no-swallowed-errors
redis.on('error', () => {});
const pool = new Pool();
// ok: no-swallowed-errors
pool.on('error', (error) => logger.error(error));

exports.send = async (mailer, mail) => {
  // bad: no-swallowed-errors
  // fix: no-swallowed-errors
  try {
    await mailer.sendMail(mail);
  } catch (e) {}
};

exports.find = async (id) => {
  // bad: no-swallowed-errors
  // fix: no-swallowed-errors
  try {
    const { rows } = await pool.query('SELECT id, subject FROM mailings WHERE id = $1', [id]);
    return rows[0];
  } catch (e) {
    return null;
  }
};

exports.load = async (id) => {
  try {
    return await redis.get(`mailing:${id}`);
    // ok: no-swallowed-errors
  } catch {
    // The cache is an optimisation: without it the database answers.
    return null;
  }
};

exports.track = (id) => {
  // bad: no-swallowed-errors
  // fix: no-swallowed-errors
  pool.query('UPDATE mailings SET opened = opened + 1 WHERE id = $1', [id]).catch(() => {});
  // ok: no-swallowed-errors
  pool.query('UPDATE mailings SET seen = true WHERE id = $1', [id]).catch((error) => logger.warn(error));
};

exports.preferences = (text) => {
  // ok: no-swallowed-errors -- parse or default
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

exports.exportTo = async (path, work) => {
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await work(client);
    await client.query('COMMIT');
  } catch (error) {
    // ok: no-swallowed-errors -- the first error is the one to tell
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  } finally {
    client.release();
    // ok: no-swallowed-errors -- best-effort cleanup
    await fs.unlink(path).catch(() => {});
  }
};

exports.close = async () => {
  // ok: no-swallowed-errors -- best-effort cleanup
  try {
    await redis.quit();
    await pool.end();
  } catch {}
};
