// @complete: require-idempotent-job
import { PrismaClient } from '@prisma/client';
import { Worker } from 'bullmq';
import nodemailer from 'nodemailer';
import Stripe from 'stripe';
import { deliver } from './deliver.js';

const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY!);
const mailer = nodemailer.createTransport('smtp://mail');

// bad: require-idempotent-job
new Worker('charges', async (job) => {
  await stripe.paymentIntents.create({ amount: job.data.cents, currency: 'eur' });
});

// ok: require-idempotent-job
new Worker('charges', async (job) => {
  await stripe.paymentIntents.create({ amount: job.data.cents, currency: 'eur' }, { idempotencyKey: job.id });
});

// bad: require-idempotent-job
new Worker('mails', async (job) => {
  await mailer.sendMail({ to: job.data.to, subject: 'Hello' });
});

// bad-cross: require-idempotent-job
new Worker('deliveries', deliver);

// ok: require-idempotent-job
new Worker('mails', async (job) => {
  const sent = await prisma.sentMail.findUnique({ where: { jobId: job.id } });
  if (sent) return;
  await mailer.sendMail({ to: job.data.to, subject: 'Hello' });
  await prisma.sentMail.create({ data: { jobId: job.id! } });
});

// ok: require-idempotent-job
new Worker('totals', async (job) => {
  await prisma.total.upsert({ where: { day: job.data.day }, create: { day: job.data.day }, update: {} });
});
