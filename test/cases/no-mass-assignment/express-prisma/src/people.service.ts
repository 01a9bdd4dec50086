import { PrismaClient, type Prisma } from '@prisma/client';

export const prisma = new PrismaClient();

export function createPerson(data: Prisma.PersonCreateInput) {
  return prisma.person.create({ data });
}

export function renamePerson(id: string, name: string) {
  return prisma.person.update({ where: { id }, data: { name } });
}
