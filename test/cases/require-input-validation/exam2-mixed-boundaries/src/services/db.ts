import { PrismaClient } from '@prisma/client';
import { Queue } from 'bullmq';
import knexFactory from 'knex';

export const prisma = new PrismaClient();
export const knex = knexFactory({ client: 'pg' });
export const mails = new Queue('mails');

export async function createOrder(data: { sku: string; quantity: number }) {
  return prisma.order.create({ data: { sku: data.sku, quantity: data.quantity } });
}
