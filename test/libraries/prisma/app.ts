import { Prisma, PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export const all = () => prisma.user.findMany();
export const page = (cursor: number) => prisma.user.findMany({ take: 50, skip: 1, cursor: { id: cursor } });
export const byIds = (ids: number[]) => prisma.user.findMany({ where: { id: { in: ids } } });
export const one = (id: number) => prisma.user.findUnique({ where: { id } });
export const first = (name: string) => prisma.user.findFirstOrThrow({ where: { name } });
export const total = () => prisma.user.count({ where: { name: 'Ada' } });
export const perTeam = () => prisma.user.groupBy({ by: ['teamId'], _count: true });
export async function write(id: number, name: string) {
  await prisma.user.create({ data: { name } });
  await prisma.user.createMany({ data: [{ name }] });
  await prisma.user.upsert({ where: { id }, create: { name }, update: { name } });
  await prisma.user.update({ where: { id }, data: { name } });
  await prisma.user.updateMany({ where: { name }, data: { name: 'x' } });
  await prisma.user.deleteMany();
  await prisma.user.delete({ where: { id } });
}
export async function raw(name: string, column: string) {
  await prisma.$queryRaw`SELECT id FROM users WHERE name = ${name} LIMIT 1`;
  await prisma.$queryRawUnsafe(`SELECT ${column} FROM users WHERE name = $1`, name);
  await prisma.$executeRaw(Prisma.sql`DELETE FROM users WHERE name = ${name}`);
  await prisma.$executeRawUnsafe('DELETE FROM sessions');
}
export const move = (id: number) =>
  prisma.$transaction(async (tx) => {
    await tx.user.update({ where: { id }, data: { teamId: 2 } });
  });
export const both = (id: number) => prisma.$transaction([prisma.user.delete({ where: { id } }), prisma.user.count()]);
