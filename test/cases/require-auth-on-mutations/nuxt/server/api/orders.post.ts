// @complete: require-auth-on-mutations
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// ok-cross: require-auth-on-mutations
export default defineEventHandler(async (event) => {
  const { cents } = await readBody(event);
  return prisma.order.create({ data: { cents: Number(cents) } });
});
