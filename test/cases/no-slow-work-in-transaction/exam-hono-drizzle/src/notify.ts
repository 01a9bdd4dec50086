import { mails } from './clients.js';
import type { db } from './db.js';
import { outbox } from './db.js';

export async function sendReceipt(to: string) {
  const { error } = await mails.emails.send({ from: 'shop@example.org', to, subject: 'Receipt', html: '<p>Thanks</p>' });
  if (error) throw new Error(error.message);
}

export async function enqueueReceipt(tx: Parameters<Parameters<typeof db.transaction>[0]>[0], to: string) {
  await tx.insert(outbox).values({ topic: 'receipt', body: JSON.stringify({ to }) });
}

export const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
