// @complete: no-slow-work-in-transaction
import { Elysia } from 'elysia';
import { MikroORM } from '@mikro-orm/postgresql';
import got from 'got';
import mongoose from 'mongoose';
import postgres from 'postgres';
import twilio from 'twilio';
import { Claim } from './entities.js';
import { mail, store, summarise, title } from './outside.js';

const orm = await MikroORM.init({ entities: [Claim], dbName: 'claims' });
const sql = postgres(process.env.DATABASE_URL!);
const sms = twilio(process.env.TWILIO_SID, process.env.TWILIO_TOKEN);

export const app = new Elysia()
  .post('/claims/:id', async ({ params }) => {
    await orm.em.transactional(async (em) => {
      const claim = await em.findOneOrFail(Claim, Number(params.id));
      // bad-cross: no-slow-work-in-transaction -- a language model takes seconds
      claim.state = (await summarise('x')) ?? '';
      // bad-cross: no-slow-work-in-transaction
      await store(params.id, claim.state);
      // bad-cross: no-slow-work-in-transaction
      await mail('a@example.org');
      // bad: no-slow-work-in-transaction
      await sms.messages.create({ to: '+1', from: '+2', body: 'x' });
      // ok-cross: no-slow-work-in-transaction
      claim.state = title(claim.state);
    });
    // ok-cross: no-slow-work-in-transaction
    await mail('a@example.org');
  })
  .put('/claims/:id', async ({ params }) => {
    await sql.begin(async (tx) => {
      await tx`update claims set state = 'x' where id = ${params.id}`;
      // bad: no-slow-work-in-transaction
      const { statusCode } = await got.post('https://crm.example.org', { json: params });
      // bad: no-slow-work-in-transaction
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await tx`update claims set crm = ${statusCode} where id = ${params.id}`;
    });
  })
  .delete('/claims/:id', async ({ params }) => {
    const session = await mongoose.startSession();
    try {
      await session.withTransaction(async () => {
        await mongoose.connection.collection('claims').deleteOne({ id: params.id }, { session });
        // bad: no-slow-work-in-transaction
        await fetch(`https://crm.example.org/${params.id}`, { method: 'DELETE' });
      });
    } finally {
      await session.endSession();
    }
  });
