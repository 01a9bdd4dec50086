// @complete: no-overlapping-cron
import { PrismaClient } from '@prisma/client';
import { Queue } from 'bullmq';
import { CronJob } from 'cron';
import { Cron } from 'croner';
import { Redis } from 'ioredis';
import cron from 'node-cron';
import nodemailer from 'nodemailer';
import Stripe from 'stripe';
import { refresh } from './rates.js';
import { withLock } from './lock.js';

const prisma = new PrismaClient();
const redis = new Redis();
const mailer = nodemailer.createTransport('smtp://mail');
const stripe = new Stripe(process.env.STRIPE_KEY!);
const queue = new Queue('reports');

async function remind() {
  for (const user of await prisma.user.findMany({ where: { due: true }, take: 100 }))
    await mailer.sendMail({ to: user.email, subject: 'Due' });
}

// bad: no-overlapping-cron
cron.schedule('0 7 * * *', remind);

// bad: no-overlapping-cron
cron.schedule('*/5 * * * *', async () => {
  await stripe.paymentIntents.create({ amount: 100, currency: 'eur' });
});

// bad: no-overlapping-cron
export const invoices = new CronJob('0 0 1 * *', async () => {
  await prisma.invoice.create({ data: { month: 1 } });
});

// bad: no-overlapping-cron
new Cron('@daily', async () => {
  await remind();
});

// ok-cross: no-overlapping-cron
cron.schedule('0 7 * * *', () => withLock('remind', remind));

// ok: no-overlapping-cron
cron.schedule('0 8 * * *', async () => {
  const mine = await redis.set('remind', '1', 'EX', 600, 'NX');
  if (mine) await remind();
});

// ok: no-overlapping-cron
cron.schedule('* * * * *', refresh);

// ok: no-overlapping-cron
cron.schedule('0 3 * * *', async () => {
  await prisma.session.deleteMany({ where: { expiresAt: { lt: new Date() } } });
});

// ok: no-overlapping-cron
cron.schedule('0 4 * * *', async () => {
  const day = new Date().toISOString().slice(0, 10);
  await queue.add('report', { day }, { jobId: `report-${day}` });
});
