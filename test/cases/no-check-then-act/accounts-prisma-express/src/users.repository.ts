import { prisma } from './db.js';

export const findByEmail = (email: string) => prisma.user.findFirst({ where: { email } });
export const insertUser = (email: string, name: string) => prisma.user.create({ data: { email, name } });
export const nextInvoiceNumber = async (teamId: string) => {
  const count = await prisma.invoice.count({ where: { teamId } });
  return count + 1;
};
