// @complete: require-idempotency
import { z } from 'zod';
import { defineIdempotentHandler } from '../utils/once';
import { prisma } from '../utils/prisma';

// ok-cross: require-idempotency -- the wrapper reads the key
export default defineIdempotentHandler(async (event) => {
  const data = await readValidatedBody(event, z.object({ eventId: z.string(), seat: z.string() }).parse);
  return prisma.ticket.create({ data });
});
