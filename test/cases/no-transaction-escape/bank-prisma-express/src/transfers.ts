// @complete: no-transaction-escape
import type { Prisma } from '@prisma/client';
import { analytics, prisma } from './db.js';
import { audit, book, format } from './ledger.js';

export async function transfer(from: string, to: string, cents: number) {
  return prisma.$transaction(async (tx) => {
    await tx.account.update({ where: { id: from }, data: { cents: { decrement: cents } } });
    // bad: no-transaction-escape
    // fix: no-transaction-escape
    await prisma.account.update({ where: { id: to }, data: { cents: { increment: cents } } });
    // bad-cross: no-transaction-escape -- takes the client, and is not given it
    // fix: no-transaction-escape
    await book(from, -cents);
    // ok-cross: no-transaction-escape
    await book(to, cents, tx);
    // bad: no-transaction-escape -- handed the outer client
    // fix: no-transaction-escape
    await book(to, cents, prisma);
    // bad-cross: no-transaction-escape -- always queries through its own client
    await audit('transfer');
    // ok-cross: no-transaction-escape -- no database in it
    console.log(format(cents));
    // ok: no-transaction-escape -- another database
    await analytics.event.create({ data: { name: 'transfer' } });
  });
}

// ok: no-transaction-escape -- before and after the transaction the outer client is right
export async function close(id: string) {
  const account = await prisma.account.findUnique({ where: { id } });
  await prisma.$transaction(async (tx) => {
    await tx.account.update({ where: { id }, data: { closed: true } });
  });
  await prisma.audit.create({ data: { action: `closed ${account?.id}` } });
}

export async function rename(tx: Prisma.TransactionClient, id: string, name: string) {
  await tx.account.update({ where: { id }, data: { name } });
  // bad: no-transaction-escape -- the function is inside its caller's transaction
  await prisma.accountName.create({ data: { accountId: id, name } });
}

// ok: no-transaction-escape -- the transaction is optional
export async function touch(id: string, tx?: Prisma.TransactionClient) {
  const db = tx ?? prisma;
  await db.account.update({ where: { id }, data: { touchedAt: new Date() } });
}

export async function all(ids: string[]) {
  await prisma.$transaction(async (tx) => {
    await Promise.all(
      ids.map(async (id) => {
        // bad: no-transaction-escape
        const account = await prisma.account.findUnique({ where: { id } });
        // ok: no-transaction-escape
        await tx.account.update({ where: { id }, data: { seen: account?.seen } });
      }),
    );
  });
}

// ok: no-transaction-escape -- the array form takes the outer client's promises
export const both = (a: string, b: string) =>
  prisma.$transaction([
    prisma.account.delete({ where: { id: a } }),
    prisma.account.delete({ where: { id: b } }),
  ]);

let kept: Prisma.TransactionClient;
export async function keep() {
  await prisma.$transaction(async (tx) => {
    // bad: no-transaction-escape -- used after the callback
    kept = tx;
  });
  await kept.account.count();
}

export async function unnamed(id: string) {
  await prisma.$transaction(async () => {
    // bad: no-transaction-escape
    // fix: no-transaction-escape
    await prisma.account.delete({ where: { id } });
  });
}
