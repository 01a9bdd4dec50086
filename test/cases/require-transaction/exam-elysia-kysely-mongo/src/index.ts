// @complete: require-transaction
import { Elysia, t } from 'elysia';
import mongoose from 'mongoose';
import { db } from './db.js';
import { Activity, Guest, Stay } from './models/activity.js';

export const app = new Elysia()
  // bad: require-transaction -- the booking without its nights, when the second insert fails
  .post('/bookings', async ({ body }) => {
    const booking = await db.insertInto('bookings').values({ id: crypto.randomUUID(), room_id: body.roomId, guest: body.guest }).returningAll().executeTakeFirstOrThrow();
    await db.insertInto('nights').values(body.days.map((day) => ({ booking_id: booking.id, day }))).execute();
    return booking;
  }, { body: t.Object({ roomId: t.String(), guest: t.String(), days: t.Array(t.String()) }) })
  // ok: require-transaction
  .post('/bookings/safe', async ({ body }) => {
    return db.transaction().execute(async (trx) => {
      const booking = await trx.insertInto('bookings').values({ id: crypto.randomUUID(), room_id: body.roomId, guest: body.guest }).returningAll().executeTakeFirstOrThrow();
      await trx.insertInto('nights').values(body.days.map((day) => ({ booking_id: booking.id, day }))).execute();
      return booking;
    });
  }, { body: t.Object({ roomId: t.String(), guest: t.String(), days: t.Array(t.String()) }) })
  // ok: require-transaction -- SQLite and MongoDB: two stores
  .delete('/bookings/:id', async ({ params }) => {
    await db.deleteFrom('bookings').where('id', '=', params.id).execute();
    await Activity.create({ what: `cancelled ${params.id}`, at: new Date() });
    return { ok: true };
  })
  // bad: require-transaction -- two collections that must agree
  .post('/stays', async ({ body }) => {
    await Stay.create({ guest: body.guest, nights: body.nights });
    await Guest.updateOne({ _id: body.guest }, { $inc: { stays: 1 } });
    return { ok: true };
  }, { body: t.Object({ guest: t.String(), nights: t.Number() }) })
  // ok: require-transaction -- a session's transaction
  .post('/stays/safe', async ({ body }) => {
    const session = await mongoose.startSession();
    try {
      await session.withTransaction(async () => {
        await Stay.create([{ guest: body.guest, nights: body.nights }], { session });
        await Guest.updateOne({ _id: body.guest }, { $inc: { stays: 1 } }, { session });
      });
    } finally {
      await session.endSession();
    }
    return { ok: true };
  }, { body: t.Object({ guest: t.String(), nights: t.Number() }) })
  // ok: require-transaction -- one write on either path
  .put('/rooms/:id', async ({ params, body }) => {
    const room = await db.selectFrom('rooms').select('id').where('id', '=', params.id).executeTakeFirst();
    if (!room) {
      await db.insertInto('rooms').values({ id: params.id, name: body.name }).execute();
      return { created: true };
    }
    await db.updateTable('rooms').set({ name: body.name }).where('id', '=', params.id).execute();
    return { created: false };
  }, { body: t.Object({ name: t.String() }) });
