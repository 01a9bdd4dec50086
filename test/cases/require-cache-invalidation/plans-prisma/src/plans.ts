// @complete: require-cache-invalidation
import { PrismaClient } from '@prisma/client';
import Redis from 'ioredis';
import { dropPlan } from './cache.js';

const prisma = new PrismaClient();
const redis = new Redis();

export async function rename(id: string, name: string) {
  // ok: require-cache-invalidation
  await prisma.plan.update({ where: { id }, data: { name } });
  await redis.del(`plan:${id}`);
}
export async function close(id: string) {
  // ok-cross: require-cache-invalidation
  await prisma.plan.update({ where: { id }, data: { closed: true } });
  await dropPlan(id);
}
export async function remove(id: string) {
  // bad: require-cache-invalidation
  await prisma.plan.delete({ where: { id } });
}
export async function note(id: string, text: string) {
  // ok: require-cache-invalidation -- nothing caches notes
  await prisma.note.create({ data: { planId: id, text } });
}
