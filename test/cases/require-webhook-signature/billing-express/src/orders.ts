import { prisma } from './prisma.js';

export async function markPaid(orderId: string): Promise<void> {
  await prisma.order.update({ where: { id: orderId }, data: { paid: true } });
}
