import { rule } from '../../../src/rules/http/require-idempotency.js';
import { ruleTester } from '../../rule-tester.js';

const express = "import express from 'express';\nconst app = express();\n";
const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const stripe = "import Stripe from 'stripe';\nconst stripe = new Stripe(process.env.KEY!);\n";
const pg = "import { Pool } from 'pg';\nconst pool = new Pool();\n";
const bullmq = "import { Queue } from 'bullmq';\nconst jobs = new Queue('jobs');\n";
const mail = "import nodemailer from 'nodemailer';\nconst mailer = nodemailer.createTransport('');\n";
const nanoid = "import { nanoid } from 'nanoid';\n";
const drizzle =
  "import { drizzle } from 'drizzle-orm/node-postgres';\nimport { sql } from 'drizzle-orm';\nimport { posts } from './schema.js';\nconst db = drizzle('');\n";

const post = (body: string, path = '/orders', verb = 'post'): string =>
  `app.${verb}('${path}', async (req, res) => {\n  ${body}\n  res.sendStatus(204);\n});`;

const reported = (name: string, code: string) => ({ name, code, errors: [{ messageId: 'repeats' as const }] });

ruleTester.run('require-idempotency', rule as never, {
  valid: [
    {
      name: 'a job whose result the request waits for',
      code: `${express}${bullmq}${post("const job = await jobs.add('predict', req.body); res.json(await job.waitUntilFinished(events));", '/predictions')}`,
    },
    { name: 'a read by POST', code: `${express}${prisma}${post('res.json(await prisma.order.findMany());')}` },
    {
      name: 'fields set by PATCH',
      code: `${express}${prisma}${post('await prisma.order.update({ where: { id: req.params.id }, data: { note: req.body.note } });', '/orders/:id', 'patch')}`,
    },
    {
      name: 'a creation by PUT, which clients repeat under the same address',
      code: `${express}${prisma}${post('await prisma.order.create({ data: { id: req.params.id } });', '/orders/:id', 'put')}`,
    },
    {
      name: 'an insert that skips duplicates',
      code: `${express}${prisma}${post('await prisma.order.createMany({ data: req.body.rows, skipDuplicates: true });')}`,
    },
    {
      name: 'a row looked up before it is created',
      code: `${express}${prisma}${post("const found = await prisma.order.findFirst({ where: { ref: req.body.ref } });\n  if (found) throw new Error('taken');\n  await prisma.order.create({ data: { ref: req.body.ref } });")}`,
    },
    {
      name: 'a row created only where none was found',
      code: `${express}${prisma}${post('let row = await prisma.tag.findFirst({ where: { name: req.body.name } });\n  if (!row) row = await prisma.tag.create({ data: { name: req.body.name } });')}`,
    },
    {
      name: 'a mail after a creation whose conflict ends the request',
      code: `${express}${prisma}${mail}${post("try {\n    await prisma.member.create({ data: { email: req.body.email } });\n  } catch (e: any) {\n    if (e.code === 'P2002') return res.sendStatus(409);\n    throw e;\n  }\n  await mailer.sendMail({ to: req.body.email });")}`,
    },
    {
      name: 'an atomic mark before the work',
      code: `${express}${prisma}import { Redis } from 'ioredis';\nconst redis = new Redis();\n${post("const first = await redis.set(`seen:${req.body.id}`, '1', 'EX', 60, 'NX');\n  if (!first) return res.sendStatus(200);\n  await prisma.order.create({ data: {} });")}`,
    },
    {
      name: 'a state that lets it happen once',
      code: `${express}${prisma}${mail}${post("const order = await prisma.order.findUniqueOrThrow({ where: { id: req.params.id } });\n  if (order.status === 'sent') return res.sendStatus(409);\n  await mailer.sendMail({ to: order.email });\n  await prisma.order.update({ where: { id: order.id }, data: { status: 'sent' } });")}`,
    },
    {
      name: 'a list that is replaced',
      code: `${express}${prisma}${post('await prisma.tag.deleteMany({ where: { post: req.params.id } });\n  await prisma.tag.createMany({ data: req.body.tags });')}`,
    },
    {
      name: 'rows on the side',
      code: `${express}${prisma}${post('await prisma.auditLog.create({ data: { what: req.body.what } });')}`,
    },
    {
      name: 'a sign-in',
      code: `${express}${prisma}${post('await prisma.device.create({ data: {} });', '/auth/login')}`,
    },
    {
      name: 'the header of the option',
      code: `${express}${prisma}${post("const key = req.get('X-Request-Key');\n  await prisma.order.create({ data: { key } });")}`,
      options: [{ headers: ['x-request-key'] }],
    },
    {
      name: 'the middleware of the option',
      code: `${express}${prisma}import { once } from './once.js';\napp.post('/orders', once, async (req, res) => { res.json(await prisma.order.create({ data: {} })); });`,
      options: [{ middleware: 'once' }],
    },
    {
      name: 'a package for it on the application',
      code: `${express}${prisma}import { idempotency } from 'express-idempotency';\napp.use(idempotency());\n${post('await prisma.order.create({ data: {} });')}`,
    },
    {
      name: 'a version that counts on purpose',
      code: `${express}${prisma}${post('await prisma.order.update({ where: { id: req.params.id }, data: { version: { increment: 1 } } });')}`,
    },
    {
      name: 'a route of a test',
      filename: 'orders.test.ts',
      code: `${express}${prisma}${post('await prisma.order.create({ data: {} });')}`,
    },
    {
      name: 'a job that only brings an index up to date',
      code: `${express}${bullmq}${post("await jobs.add('reindex', { id: req.params.id });")}`,
    },
    {
      name: 'a mail that the clock sends',
      code: `import { scheduleJob } from 'node-schedule';\n${express}${mail}${post("scheduleJob('0 3 * * *', async () => { await mailer.sendMail({ to: 'a@b.c' }); });", '/reports')}`,
    },
  ],
  invalid: [
    {
      name: 'says what happens where, and what to do',
      code: `${express}${stripe}app.post('/charges', async (req, res) => {\n  res.json(await stripe.paymentIntents.create({ amount: 1, currency: 'eur' }));\n});`,
      errors: [
        {
          messageId: 'repeats',
          data: {
            route: 'POST /charges',
            what: 'moves money (stripe.paymentIntents.create)',
            place: 'line 6',
            consequence: 'the money moves twice',
            remedy:
              'Answer a known Idempotency-Key with the stored result, or hand the payment call a key made of the order.',
          },
          line: 5,
          column: 1,
          endLine: 7,
          endColumn: 3,
        },
      ],
    },
    reported(
      'a payment whose key is made up for every call',
      `${express}${stripe}${nanoid}${post("await stripe.refunds.create({ charge: 'c' }, { idempotencyKey: nanoid() });")}`,
    ),
    reported(
      'a job with a random id',
      `${express}${bullmq}${nanoid}${post("await jobs.add('pay', {}, { jobId: nanoid() });")}`,
    ),
    reported(
      'a mail by DELETE',
      `${express}${mail}${post("await mailer.sendMail({ to: 'a@b.c' });", '/watchers/:id', 'delete')}`,
    ),
    reported(
      'SQL that counts, by PUT',
      `${express}${pg}${post("await pool.query('UPDATE posts SET n = n + 1 WHERE id = $1', [req.params.id]);", '/n/:id', 'put')}`,
    ),
    reported(
      'a counter by an SQL expression',
      `${express}${drizzle}${post('await db.update(posts).set({ votes: sql`${posts.votes} + 1` });', '/posts/:id/votes', 'patch')}`,
    ),
    reported(
      'a balance reckoned in the code',
      `${express}${prisma}${post('const a = await prisma.account.findUniqueOrThrow({ where: { id: 1 } });\n  await prisma.account.update({ where: { id: 1 }, data: { balance: a.balance + req.body.cents } });', '/a', 'patch')}`,
    ),
    reported(
      'an upsert that counts',
      `${express}${prisma}${post('await prisma.cart.upsert({ where: { id: 1 }, create: { n: 1 }, update: { n: { increment: 1 } } });')}`,
    ),
    reported(
      'rows created below the one that is updated',
      `${express}${prisma}${post('await prisma.order.update({ where: { id: 1 }, data: { lines: { create: { sku: req.body.sku } } } });', '/orders/:id/lines')}`,
    ),
    reported(
      'a quota is no lookup of the same row',
      `${express}${prisma}${post("const n = await prisma.link.count({ where: { owner: 1 } });\n  if (n >= 10) throw new Error('limit');\n  await prisma.link.create({ data: { owner: 1 } });")}`,
    ),
    reported(
      'a parent that has to be there',
      `${express}${prisma}${post("const parent = await prisma.folder.findFirst({ where: { id: 1 } });\n  if (!parent) throw new Error('none');\n  await prisma.file.create({ data: { folder: 1 } });")}`,
    ),
    reported(
      'a lookup in one branch does not hold for the other',
      `${express}${prisma}${post("if (req.body.ref) {\n    const found = await prisma.order.findFirst({ where: { ref: req.body.ref } });\n    if (found) throw new Error('taken');\n  }\n  await prisma.order.create({ data: {} });")}`,
    ),
    reported(
      'a note on idempotency is no handling',
      `${express}${prisma}${post('// TODO: idempotency\n  await prisma.order.create({ data: {} });')}`,
    ),
    {
      name: 'one message a route, of its worst effect',
      code: `${express}${prisma}${stripe}${post("await prisma.order.create({ data: {} });\n  await stripe.charges.create({ amount: 1, currency: 'eur' });")}`,
      errors: [{ messageId: 'repeats', line: 7 }],
    },
    {
      name: 'puts the middleware of another route before the handler',
      code: `${express}${prisma}import { idempotent } from './idempotent.js';\napp.post('/a', idempotent, (req, res) => res.json(1));\napp.post('/b', async (req, res) => res.json(await prisma.order.create({ data: {} })));`,
      errors: [
        {
          messageId: 'repeats',
          suggestions: [
            {
              messageId: 'add',
              data: { middleware: 'idempotent' },
              output: `${express}${prisma}import { idempotent } from './idempotent.js';\napp.post('/a', idempotent, (req, res) => res.json(1));\napp.post('/b', idempotent, async (req, res) => res.json(await prisma.order.create({ data: {} })));`,
            },
          ],
        },
      ],
    },
    {
      name: 'Fastify takes it as a hook in the options',
      code: `import Fastify from 'fastify';\nimport { idempotent } from './idempotent.js';\n${prisma}const app = Fastify();\napp.post('/b', async () => prisma.order.create({ data: {} }));`,
      options: [{ middleware: 'idempotent' }],
      errors: [
        {
          messageId: 'repeats',
          suggestions: [
            {
              messageId: 'add',
              output: `import Fastify from 'fastify';\nimport { idempotent } from './idempotent.js';\n${prisma}const app = Fastify();\napp.post('/b', { preHandler: idempotent }, async () => prisma.order.create({ data: {} }));`,
            },
          ],
        },
      ],
    },
  ],
});
