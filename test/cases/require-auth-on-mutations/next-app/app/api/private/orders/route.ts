// @complete: require-auth-on-mutations
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

// ok-cross: require-auth-on-mutations
export async function POST(request: Request) {
  const { cents } = (await request.json()) as { cents: number };
  return Response.json(await prisma.order.create({ data: { cents: Number(cents) } }), { status: 201 });
}
