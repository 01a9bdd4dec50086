// @complete: require-job-retry-policy
const Queue = require('bull');
const PgBoss = require('pg-boss');

const visits = new Queue('visits', process.env.REDIS_URL);
const thumbs = new Queue('thumbs', process.env.REDIS_URL, { defaultJobOptions: { attempts: 3, backoff: 2000 } });
const boss = new PgBoss(process.env.DATABASE_URL);

async function visit(ip) {
  // bad: require-job-retry-policy
  // fix: require-job-retry-policy
  await visits.add({ ip });
  // ok: require-job-retry-policy
  await visits.add({ ip }, { attempts: 3, backoff: 1000 });
  // ok: require-job-retry-policy
  await thumbs.add('small', { ip });
  // bad: require-job-retry-policy
  // fix: require-job-retry-policy
  await boss.send('visit', { ip });
  // ok: require-job-retry-policy
  await boss.send('visit', { ip }, { retryLimit: 3, retryBackoff: true });
}
module.exports = { visit };
