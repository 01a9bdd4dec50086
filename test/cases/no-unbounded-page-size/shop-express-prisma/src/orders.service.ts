import { prisma } from './db.js';
import { orderQuery } from './schemas.js';

export async function listOrders(input: unknown) {
  const { page, limit } = orderQuery.parse(input);
  return prisma.order.findMany({ take: limit, skip: (page - 1) * limit });
}
