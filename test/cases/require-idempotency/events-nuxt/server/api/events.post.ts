// @complete: require-idempotency
import { z } from 'zod';
import { prisma } from '../utils/prisma';

const NewEvent = z.object({ title: z.string(), at: z.iso.datetime() });

// bad-cross: require-idempotency
export default defineEventHandler(async (event) => {
  const data = await readValidatedBody(event, NewEvent.parse);
  setResponseStatus(event, 201);
  return prisma.event.create({ data });
});
