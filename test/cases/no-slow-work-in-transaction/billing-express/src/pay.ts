// @complete: no-slow-work-in-transaction
import { PrismaClient } from '@prisma/client';
import { Queue } from 'bullmq';
import { jobs } from './jobs.js';
import { receipt, subject } from './mail.js';

const prisma = new PrismaClient();
const queue = new Queue('receipts');

export async function pay(id: string, to: string) {
  await prisma.$transaction(async (tx) => {
    await tx.invoice.update({ where: { id }, data: { paid: true } });
    // bad: no-slow-work-in-transaction
    await fetch(`https://hooks.example.com/paid/${id}`);
    // bad-cross: no-slow-work-in-transaction
    await receipt(to);
    // bad: no-slow-work-in-transaction
    await queue.add('receipt', { id });
    // bad-cross: no-slow-work-in-transaction
    await jobs.triggerJob({ name: 'paid', payload: { id } });
    // ok-cross: no-slow-work-in-transaction
    await jobs.scheduleJob(tx, 'paid');
    // ok-cross: no-slow-work-in-transaction
    console.log(subject(to));
  });
  // ok-cross: no-slow-work-in-transaction
  await receipt(to);
}
