// @complete: no-sql-concat
import format from 'pg-format';
import { pool } from './db.js';
import { matching, placeholders, SORTS } from './where.js';

interface Event { pathParameters: Record<string, string>; queryStringParameters: Record<string, string>; body: string }

export const one = async (event: Event) => {
  // bad: no-sql-concat
  // fix: no-sql-concat
  const { rows } = await pool.query(`SELECT id, name FROM items WHERE id = '${event.pathParameters.id}' AND shop = $1`, ['main']);
  return { statusCode: 200, body: JSON.stringify(rows[0]) };
};

export const search = async (event: Event) => {
  // bad-cross: no-sql-concat -- the condition is put together in another file
  const { rows } = await pool.query('SELECT id, name FROM items WHERE ' + matching(event.queryStringParameters.q!) + ' LIMIT 20');
  return { statusCode: 200, body: JSON.stringify(rows) };
};

export const sorted = async (event: Event) => {
  const sort = SORTS[event.queryStringParameters.sort as keyof typeof SORTS] ?? SORTS.newest;
  // ok-cross: no-sql-concat -- from a closed map
  const { rows } = await pool.query(`SELECT id, name FROM items ORDER BY ${sort} LIMIT 20`);
  return { statusCode: 200, body: JSON.stringify(rows) };
};

export const many = async (event: Event) => {
  const ids: string[] = JSON.parse(event.body);
  // ok-cross: no-sql-concat -- placeholders only
  const { rows } = await pool.query(`SELECT id, name FROM items WHERE id IN (${placeholders(ids)}) LIMIT 500`, ids);
  return { statusCode: 200, body: JSON.stringify(rows) };
};

export const listed = async (event: Event) => {
  const ids: string[] = JSON.parse(event.body);
  // bad: no-sql-concat
  // fix: no-sql-concat
  const { rows } = await pool.query(`SELECT id, name FROM items WHERE id IN (${ids.join(',')}) LIMIT 500`);
  return { statusCode: 200, body: JSON.stringify(rows) };
};

export const dynamic = async (event: Event) => {
  const conditions: string[] = [];
  const params: unknown[] = [];
  if (event.queryStringParameters.name) {
    params.push(event.queryStringParameters.name);
    conditions.push(`name = $${params.length}`);
  }
  const where = conditions.length ? `WHERE ${conditions.join(' AND ')}` : '';
  // ok: no-sql-concat -- the texts are fixed, the numbers counted
  const { rows } = await pool.query(`SELECT id, name FROM items ${where} LIMIT 20`, params);
  return { statusCode: 200, body: JSON.stringify(rows) };
};

export const table = async (event: Event) => {
  // bad: no-sql-concat -- an identifier: no parameter can stand there
  const { rows } = await pool.query(`SELECT count(*) FROM ${event.queryStringParameters.table}`);
  // ok: no-sql-concat -- escaped as an identifier
  const { rows: more } = await pool.query(format('SELECT count(*) FROM %I', event.queryStringParameters.table));
  return { statusCode: 200, body: JSON.stringify([rows, more]) };
};
