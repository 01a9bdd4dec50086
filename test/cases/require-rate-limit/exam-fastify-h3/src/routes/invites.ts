// @complete: require-rate-limit
import type { FastifyInstance } from 'fastify';
import nodemailer from 'nodemailer';

const mailer = nodemailer.createTransport(process.env.SMTP_URL);

export async function invites(app: FastifyInstance) {
  // bad: require-rate-limit -- a public route that sends mail to any address
  app.post('/request-access', async (req) => {
    const { email } = req.body as { email: string };
    await mailer.sendMail({ to: email, subject: 'Your access', text: 'Welcome' });
    return { ok: true };
  });
}
