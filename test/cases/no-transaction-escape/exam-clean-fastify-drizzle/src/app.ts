// @complete: no-slow-work-in-transaction, no-unbounded-page-size, prefer-cursor-pagination, no-unawaited-write, no-sql-concat, require-transaction
import Fastify from 'fastify';
import Redis from 'ioredis';
import { request as call } from 'undici';
import { z } from 'zod';
import { history, open, transfer } from './wallets.js';

const app = Fastify();
const redis = new Redis(process.env.REDIS_URL!);
const Transfer = z.object({ from: z.string().uuid(), to: z.string().uuid(), cents: z.number().int().positive(), reference: z.string() });

app.post('/transfers', async (request, reply) => {
  const input = Transfer.parse(request.body);
  const done = await transfer(input.from, input.to, input.cents, input.reference);
  if (!done) return reply.code(422).send();
  await redis.del(`wallet:${input.from}`, `wallet:${input.to}`);
  await call('https://hooks.example.org/transfers', { method: 'POST', body: JSON.stringify({ reference: input.reference }) });
  return reply.code(201).send();
});

app.post<{ Body: { owner: string } }>('/wallets', async (request) => open(request.body.owner));

app.get<{ Params: { id: string }; Querystring: { before?: string } }>('/wallets/:id/entries', async (request) =>
  history(request.params.id, request.query.before ? new Date(request.query.before) : new Date()),
);
