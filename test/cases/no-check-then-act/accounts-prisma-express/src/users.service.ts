// @complete: no-check-then-act
import { Prisma } from '@prisma/client';
import { prisma } from './db.js';
import { findByEmail, insertUser, nextInvoiceNumber } from './users.repository.js';

export async function register(email: string, name: string) {
  const existing = await prisma.user.findFirst({ where: { email } });
  if (existing) throw new Error('taken');
  // bad: no-check-then-act
  return prisma.user.create({ data: { email, name } });
}

export async function registerThroughRepository(email: string, name: string) {
  const existing = await findByEmail(email);
  if (existing) throw new Error('taken');
  // bad-cross: no-check-then-act
  return insertUser(email, name);
}

export async function findOrCreateTag(teamId: string, label: string) {
  let tag = await prisma.tag.findFirst({ where: { teamId, label } });
  if (!tag) {
    // bad: no-check-then-act
    tag = await prisma.tag.create({ data: { teamId, label } });
  }
  return tag;
}

export async function tagged(label: string) {
  const tag = await prisma.tag.findFirst({ where: { label } });
  // bad: no-check-then-act
  return tag ?? (await prisma.tag.create({ data: { label } }));
}

export async function tagOnce(teamId: string, label: string) {
  // ok: no-check-then-act
  return prisma.tag.upsert({ where: { teamId_label: { teamId, label } }, create: { teamId, label }, update: {} });
}

export async function registerHandled(email: string, name: string) {
  const existing = await prisma.user.findFirst({ where: { email } });
  if (existing) throw new Error('taken');
  try {
    // ok: no-check-then-act
    return await prisma.user.create({ data: { email, name } });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2002') throw new Error('taken');
    throw error;
  }
}

export async function registerSafely(email: string, name: string) {
  return prisma.$transaction(
    async (tx) => {
      const existing = await tx.user.findFirst({ where: { email } });
      if (existing) throw new Error('taken');
      // ok: no-check-then-act
      return tx.user.create({ data: { email, name } });
    },
    { isolationLevel: 'Serializable' },
  );
}

export async function comment(postId: string, parentId: string, text: string) {
  const parent = await prisma.comment.findUnique({ where: { id: parentId } });
  if (!parent) throw new Error('no such comment');
  // ok: no-check-then-act
  return prisma.comment.create({ data: { postId, parentId, text } });
}

export async function order(userId: string, sku: string) {
  const user = await prisma.user.findUnique({ where: { id: userId } });
  if (!user) throw new Error('no such user');
  // ok: no-check-then-act
  return prisma.order.create({ data: { userId, sku } });
}

export async function withdraw(id: string, amount: number) {
  const account = await prisma.account.findUniqueOrThrow({ where: { id } });
  if (account.balance < amount) throw new Error('not enough');
  // bad: no-check-then-act
  await prisma.account.update({ where: { id }, data: { balance: account.balance - amount } });
}

export async function withdrawAtOnce(id: string, amount: number) {
  // ok: no-check-then-act
  const { count } = await prisma.account.updateMany({
    where: { id, balance: { gte: amount } },
    data: { balance: { decrement: amount } },
  });
  if (count === 0) throw new Error('not enough');
}

export async function withdrawOptimistically(id: string, amount: number) {
  const account = await prisma.account.findUniqueOrThrow({ where: { id } });
  // ok: no-check-then-act
  const { count } = await prisma.account.updateMany({
    where: { id, version: account.version },
    data: { balance: account.balance - amount, version: account.version + 1 },
  });
  if (count === 0) throw new Error('try again');
}

export async function invoice(teamId: string, cents: number) {
  const count = await prisma.invoice.count({ where: { teamId } });
  // bad: no-check-then-act
  return prisma.invoice.create({ data: { teamId, cents, number: count + 1 } });
}

export async function invoiceNamed(teamId: string, cents: number) {
  const last = await prisma.invoice.findFirst({ where: { teamId }, orderBy: { number: 'desc' } });
  // bad: no-check-then-act
  return prisma.invoice.create({ data: { teamId, cents, number: (last?.number ?? 0) + 1 } });
}

export async function invoiceOfHelper(teamId: string, cents: number) {
  // bad-cross: no-check-then-act
  return prisma.invoice.create({ data: { teamId, cents, number: await nextInvoiceNumber(teamId) } });
}

export async function retry(id: string, attempt: number) {
  // ok: no-check-then-act
  return prisma.attempt.create({ data: { jobId: id, number: attempt + 1 } });
}
