'use server';
// @complete: no-check-then-act
import { prisma } from '../../lib/prisma';
import { Stock } from '../../lib/models';

// bad: no-check-then-act -- the slug may be taken in between: the second gets an error page
export async function createTeam(slug: string) {
  const taken = await prisma.team.findUnique({ where: { slug } });
  if (taken) return { error: 'taken' };
  return prisma.team.create({ data: { slug } });
}

// bad: no-check-then-act
export async function invite(teamId: string, email: string) {
  const count = await prisma.invite.count({ where: { teamId, email } });
  if (count > 0) throw new Error('already invited');
  await prisma.invite.create({ data: { teamId, email } });
}

// ok: no-check-then-act
export async function inviteOnce(teamId: string, email: string) {
  await prisma.invite.upsert({ where: { teamId_email: { teamId, email } }, create: { teamId, email }, update: {} });
}

// bad: no-check-then-act
export async function spend(id: string, n: number) {
  const team = await prisma.team.findUniqueOrThrow({ where: { id } });
  if (team.credits < n) throw new Error('not enough');
  await prisma.team.update({ where: { id }, data: { credits: team.credits - n } });
}

// ok: no-check-then-act -- the condition goes into the write
export async function spendSafely(id: string, n: number) {
  const { count } = await prisma.team.updateMany({ where: { id, credits: { gte: n } }, data: { credits: { decrement: n } } });
  if (count === 0) throw new Error('not enough');
}

// ok: no-check-then-act -- a transaction at a level that refuses the second
export async function spendSerializable(id: string, n: number) {
  await prisma.$transaction(
    async (tx) => {
      const team = await tx.team.findUniqueOrThrow({ where: { id } });
      await tx.team.update({ where: { id }, data: { credits: team.credits - n } });
    },
    { isolationLevel: 'Serializable' },
  );
}

// bad: no-check-then-act -- the last number plus one
export async function nextTicket() {
  const last = await prisma.ticket.findFirst({ orderBy: { number: 'desc' } });
  return prisma.ticket.create({ data: { number: (last?.number ?? 0) + 1 } });
}

// bad: no-check-then-act -- a document read, changed and saved
export async function takeFromStock(sku: string, n: number) {
  const stock = await Stock.findOne({ sku });
  if (!stock || stock.left! < n) throw new Error('sold out');
  stock.left! -= n;
  await stock.save();
}

// ok: no-check-then-act
export async function takeSafely(sku: string, n: number) {
  const stock = await Stock.findOneAndUpdate({ sku, left: { $gte: n } }, { $inc: { left: -n } });
  if (!stock) throw new Error('sold out');
}

// ok: no-check-then-act -- a name is set, nothing is reckoned
export async function rename(id: string, slug: string) {
  const team = await prisma.team.findUnique({ where: { id } });
  if (!team) throw new Error('no such team');
  await prisma.team.update({ where: { id }, data: { slug } });
}
