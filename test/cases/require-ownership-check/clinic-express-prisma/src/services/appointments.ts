import { prisma } from '../db.js';

export async function cancel(id: string) {
  return prisma.appointment.update({ where: { id }, data: { status: 'cancelled' } });
}

export async function confirm(id: string, userId: string) {
  const { count } = await prisma.appointment.updateMany({ where: { id, userId }, data: { status: 'confirmed' } });
  if (count === 0) throw new Error('not found');
}
