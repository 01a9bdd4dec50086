// @complete: require-webhook-signature
import Fastify from 'fastify';
import { Webhook } from 'svix';
import { db } from './db';

export const app = Fastify();

app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, body, done) => done(null, body));

// ok: require-webhook-signature
app.post('/webhooks/clerk', async (request, reply) => {
  const event = new Webhook(process.env.CLERK_WEBHOOK_SECRET!).verify(request.body as string, request.headers as Record<string, string>) as { data: { id: string } };
  await db.insertInto('users').values({ id: event.data.id }).execute();
  return reply.code(204).send();
});

// bad: require-webhook-signature -- acts first, checks afterwards
app.post('/webhooks/resend', async (request, reply) => {
  const event = JSON.parse(request.body as string);
  await db.updateTable('mails').set({ status: event.type }).where('id', '=', event.data.email_id).execute();
  new Webhook(process.env.RESEND_SECRET!).verify(request.body as string, request.headers as Record<string, string>);
  return reply.code(204).send();
});

// bad: require-webhook-signature
app.route({
  method: 'POST',
  url: '/hooks/twilio',
  handler: async (request, reply) => {
    const { MessageSid, MessageStatus } = request.body as Record<string, string>;
    await db.updateTable('messages').set({ status: MessageStatus }).where('sid', '=', MessageSid).execute();
    return reply.send('<Response/>');
  },
});
