// @complete: no-overlapping-cron
import { Queue } from 'bullmq';
import cron from 'node-cron';
import { db, mailer, redis } from './db.js';
import { once } from './lock.js';
import { sendDigests } from './digests.js';

const rates = new Map<string, number>();
const reports = new Queue('reports', { connection: { host: 'redis' } });

// bad: no-overlapping-cron
cron.schedule('0 3 * * *', async () => {
  await mailer.sendMail({ to: 'ops@example.com', subject: 'Nightly', text: 'Here it is.' });
});

// bad-cross: no-overlapping-cron -- sendDigests mails
cron.schedule('0 4 * * *', sendDigests);

// ok-cross: no-overlapping-cron
cron.schedule('0 5 * * *', () => once('digests', 600, sendDigests));

// ok: no-overlapping-cron
cron.schedule('0 6 * * *', async () => {
  const got = await redis.set('lock:purge', '1', 'EX', 300, 'NX');
  if (!got) return;
  await db('sessions').where('expires_at', '<', db.fn.now()).delete();
});

// ok: no-overlapping-cron -- each process needs its own
cron.schedule('*/5 * * * *', async () => {
  const rows = await db('rates').select('code', 'value').limit(500);
  rates.clear();
  for (const row of rows) rates.set(row.code, row.value);
});

// ok: no-overlapping-cron -- an advisory lock in the database
cron.schedule('0 7 * * *', async () => {
  await db.transaction(async (trx) => {
    const { rows } = await trx.raw('SELECT pg_try_advisory_xact_lock(42) AS got');
    if (!rows[0].got) return;
    await trx('invoices').insert({ kind: 'monthly' });
  });
});

// ok: no-overlapping-cron -- the queue's scheduler fires once for all instances
await reports.upsertJobScheduler('nightly', { pattern: '0 2 * * *' });

// Not seen yet: a timer with writes.
setInterval(async () => {
  await db('invoices').insert({ kind: 'hourly' });
}, 3_600_000);
