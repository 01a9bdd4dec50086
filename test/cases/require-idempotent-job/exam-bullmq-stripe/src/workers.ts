// @complete: require-idempotent-job
import { PrismaClient } from '@prisma/client';
import { Worker } from 'bullmq';
import nodemailer from 'nodemailer';
import Stripe from 'stripe';
import { chargeAgain, chargeOnce } from './charge.js';

const connection = { host: 'redis' };
const prisma = new PrismaClient();
const stripe = new Stripe(process.env.STRIPE_KEY ?? '');
const mailer = nodemailer.createTransport(process.env.SMTP_URL);

export const direct = new Worker(
  'direct',
  async (job) => {
    // bad: require-idempotent-job
    await stripe.charges.create({ customer: job.data.customer, amount: job.data.amount, currency: 'eur' });
  },
  { connection },
);

export const keyed = new Worker(
  'keyed',
  async (job) => {
    // ok: require-idempotent-job
    await stripe.charges.create(
      { customer: job.data.customer, amount: job.data.amount, currency: 'eur' },
      { idempotencyKey: `charge:${job.id}` },
    );
  },
  { connection },
);

export const viaHelper = new Worker(
  'via-helper',
  async (job) => {
    // ok-cross: require-idempotent-job
    await chargeOnce(job.data.customer, job.data.amount, `sub:${job.data.subscriptionId}`);
  },
  { connection },
);

// bad-cross: require-idempotent-job
export const viaCarelessHelper = new Worker(
  'via-careless',
  async (job) => {
    await chargeAgain(job.data.customer, job.data.amount);
  },
  { connection },
);

export const mails = new Worker(
  'mails',
  async (job) => {
    // bad: require-idempotent-job
    await mailer.sendMail({ to: job.data.to, subject: 'Your invoice', text: job.data.text });
  },
  { connection },
);

export const guardedMails = new Worker(
  'guarded-mails',
  async (job) => {
    const claimed = await prisma.sentMail.createMany({ data: { key: job.data.key }, skipDuplicates: true });
    if (claimed.count === 0) return;
    // ok: require-idempotent-job
    await mailer.sendMail({ to: job.data.to, subject: 'Your invoice', text: job.data.text });
  },
  { connection },
);

export const projections = new Worker(
  'projections',
  async (job) => {
    // ok: require-idempotent-job -- an upsert may run twice
    await prisma.projection.upsert({
      where: { id: job.data.id },
      create: { id: job.data.id, total: job.data.total },
      update: { total: job.data.total },
    });
  },
  { connection },
);

export const entries = new Worker(
  'entries',
  async (job) => {
    // bad: require-idempotent-job
    await prisma.ledgerEntry.create({ data: { account: job.data.account, amount: job.data.amount } });
  },
  { connection },
);
