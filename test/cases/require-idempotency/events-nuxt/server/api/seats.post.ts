// @complete: require-idempotency
import { prisma } from '../utils/prisma';

// ok: require-idempotency -- the handler reads the key itself
export default defineEventHandler(async (event) => {
  const key = getHeader(event, 'Idempotency-Key');
  if (!key) throw createError({ statusCode: 400 });
  const { seat } = await readBody(event);
  return prisma.seat.upsert({ where: { key }, create: { key, seat }, update: {} });
});
