import { rule } from '../../../src/rules/jobs/require-idempotent-job.js';
import { ruleTester } from '../../rule-tester.js';

const bullmq = "import { Queue, Worker } from 'bullmq';\nconst queue = new Queue('a');\n";
const express = "import { Router } from 'express';\nconst router = Router();\n";
const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const post = (body: string): string => `router.post('/a', async (req, res) => {\n  ${body}\n  res.end();\n});`;

ruleTester.run('require-idempotent-job', rule as never, {
  valid: [
    { name: 'an id', code: `${bullmq}${express}${post("await queue.add('x', {}, { jobId: req.body.id });")}` },
    { name: 'no request', code: `${bullmq}export const later = () => queue.add('x', {});` },
    {
      name: 'an upsert',
      code: `${bullmq}${prisma}new Worker('a', async (job) => {\n  await prisma.total.upsert({ where: { id: 1 }, create: {}, update: {} });\n});`,
    },
    { name: 'a set', code: `${express}${post("seen.add('x');")}` },
  ],
  invalid: [
    {
      name: 'a request',
      code: `${bullmq}${express}${post("await queue.add('x', {});")}`,
      errors: [
        {
          message:
            'A request enqueues this job without an id made of what it is about: a second click or a retry enqueues it again. Give it a deterministic `jobId` (or a deduplication key).',
          line: 6,
        },
      ],
    },
    {
      name: 'a random id',
      code: `${bullmq}${express}${post("await queue.add('x', {}, { jobId: crypto.randomUUID() });")}`,
      errors: [{ messageId: 'enqueue' }],
    },
    {
      name: 'a wrapper without an id',
      code: `${bullmq}${express}const addJob = (data, jobId) => queue.add('x', data, { jobId });\n${post('await addJob(req.body);')}`,
      errors: [{ messageId: 'enqueue', line: 7 }],
    },
    {
      name: 'a worker that creates',
      code: `${bullmq}${prisma}new Worker('a', async (job) => {\n  await prisma.bill.create({ data: { id: undefined } });\n});`,
      errors: [{ messageId: 'processor', line: 6 }],
    },
  ],
});
