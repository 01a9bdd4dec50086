// @complete: require-webhook-signature
import { Webhook } from 'svix';
import { prisma } from '../../../../lib/prisma';

export async function POST(request: Request) {
  const payload = await request.json();
  const wh = new Webhook(process.env.CLERK_WEBHOOK_SECRET!);
  // bad: require-webhook-signature
  const event = wh.verify(JSON.stringify(payload), Object.fromEntries(request.headers)) as { type: string; data: { id: string } };
  if (event.type === 'user.deleted') await prisma.user.delete({ where: { id: event.data.id } });
  return new Response(null, { status: 204 });
}
