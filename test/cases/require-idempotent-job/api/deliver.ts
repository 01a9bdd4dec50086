import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
export async function deliver(job: { data: { order: string } }) {
  await prisma.delivery.create({ data: { order: job.data.order } });
}
