// @complete: no-unpaginated-query
import { createClient } from '@clickhouse/client';

const clickhouse = createClient({ url: process.env.CLICKHOUSE_URL });

export async function clicks() {
  // bad: no-unpaginated-query
  const result = await clickhouse.query({ query: 'SELECT at, url FROM clicks ORDER BY at DESC', format: 'JSONEachRow' });
  return result.json();
}

export async function recentClicks() {
  // ok: no-unpaginated-query
  const result = await clickhouse.query({ query: 'SELECT at, url FROM clicks ORDER BY at DESC LIMIT 100', format: 'JSONEachRow' });
  return result.json();
}

export async function perDay() {
  // ok: no-unpaginated-query -- groups
  const result = await clickhouse.query({ query: 'SELECT toDate(at) AS day, count() AS n FROM clicks GROUP BY day' });
  return result.json();
}

export async function total() {
  // ok: no-unpaginated-query
  const result = await clickhouse.query({ query: 'SELECT count() FROM clicks', format: 'JSON' });
  return result.json();
}
