import { mails } from './queue.js';

export async function startReport(day: string) {
  // bad-cross: require-idempotent-job
  await mails.add('report', { day });
}

export async function nightly() {
  // ok: require-idempotent-job
  await mails.add('nightly', {});
}
