// @complete: require-idempotency
import { Resend } from 'resend';

const resend = new Resend(process.env.RESEND_KEY);

// bad: require-idempotency -- mails again
export const POST = async (request: Request) => {
  const { email } = await request.json();
  await resend.emails.send({ from: 'shop@example.com', to: email, subject: 'Welcome', text: 'Hello' });
  return Response.json({ ok: true });
};
