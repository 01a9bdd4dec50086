import type { Prisma } from '@prisma/client';
import { prisma } from './db.js';

export const book = (accountId: string, cents: number, db: Prisma.TransactionClient = prisma) =>
  db.entry.create({ data: { accountId, cents } });

export async function audit(action: string) {
  await prisma.audit.create({ data: { action } });
}

export const format = (cents: number) => (cents / 100).toFixed(2);

export async function withRetry<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch {
    return work();
  }
}
