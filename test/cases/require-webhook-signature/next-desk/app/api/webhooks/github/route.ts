// @complete: require-webhook-signature
import { prisma } from '../../../../lib/prisma';

// bad: require-webhook-signature
export async function POST(request: Request) {
  const event = await request.json();
  if (event.action === 'opened') await prisma.issue.create({ data: { title: event.issue.title } });
  return Response.json({ ok: true });
}
