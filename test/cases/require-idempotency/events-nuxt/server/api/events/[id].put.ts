// @complete: require-idempotency
import { prisma } from '../../utils/prisma';

// ok-cross: require-idempotency -- replaces
export default defineEventHandler(async (event) => {
  const { title } = await readBody(event);
  return prisma.event.update({ where: { id: getRouterParam(event, 'id') }, data: { title } });
});
