import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();

export async function rename(id: string, title: string) {
  await prisma.note.update({ where: { id }, data: { title } });
}

export async function find(id: string) {
  return prisma.note.findUnique({ where: { id } });
}
