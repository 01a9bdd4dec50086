// @complete: no-client-per-request
import pg from 'pg';

// ok: no-client-per-request -- a command of its own: it runs once and ends
export async function run() {
  const client = new pg.Client();
  await client.connect();
  try {
    return await client.query('SELECT count(*) FROM users');
  } finally {
    await client.end();
  }
}

if (require.main === module) void run();
