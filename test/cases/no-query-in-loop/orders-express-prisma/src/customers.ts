import { PrismaClient } from '@prisma/client';

export const prisma = new PrismaClient();

export async function customerOf(id: string) {
  const customer = await prisma.customer.findUnique({ where: { id } });
  return customer ?? { id, name: 'unknown' };
}

export const label = async (name: string) => name.toUpperCase();
