// @complete: require-webhook-signature
import { Webhook } from 'svix';
import { prisma } from '../../../../lib/prisma';

// ok: require-webhook-signature
export async function POST(request: Request) {
  const payload = await request.text();
  const wh = new Webhook(process.env.MAIL_WEBHOOK_SECRET!);
  const event = wh.verify(payload, Object.fromEntries(request.headers)) as { type: string; data: { email: string } };
  if (event.type === 'email.bounced') await prisma.bounce.create({ data: { email: event.data.email } });
  return new Response(null, { status: 204 });
}
