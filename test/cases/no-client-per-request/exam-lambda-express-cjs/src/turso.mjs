// @complete: no-client-per-request
import { createClient } from '@libsql/client';

export const handler = async (event) => {
  // bad: no-client-per-request
  const client = createClient({ url: process.env.TURSO_URL });
  const { rows } = await client.execute('SELECT 1');
  return { statusCode: 200, body: JSON.stringify(rows) };
};
