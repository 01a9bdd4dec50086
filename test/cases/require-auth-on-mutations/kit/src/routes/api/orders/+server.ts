// @complete: require-auth-on-mutations
import { PrismaClient } from '@prisma/client';
import type { RequestHandler } from './$types';

const prisma = new PrismaClient();

// ok-cross: require-auth-on-mutations
export const POST: RequestHandler = async ({ request }) => {
  const { cents } = await request.json();
  return Response.json(await prisma.order.create({ data: { cents: Number(cents) } }));
};
