// @complete: no-check-then-act
import { initTRPC, TRPCError } from '@trpc/server';
import { and, count, eq, gte, sql } from 'drizzle-orm';
import { z } from 'zod';
import { db, members, rooms, seats } from './db.js';
import * as repository from './members.repository.js';

const t = initTRPC.create();

export const appRouter = t.router({
  // bad-cross: no-check-then-act -- read and insert both stand in the repository
  register: t.procedure.input(z.object({ email: z.string().email() })).mutation(async ({ input }) => {
    const existing = await repository.findByEmail(input.email);
    if (existing) throw new TRPCError({ code: 'CONFLICT' });
    const [member] = await repository.create(input.email);
    return member;
  }),

  // ok-cross: no-check-then-act -- the insert leaves a conflict to the database
  registerOnce: t.procedure.input(z.object({ email: z.string().email() })).mutation(async ({ input }) => {
    const existing = await repository.findByEmail(input.email);
    if (existing) return existing;
    const [member] = await repository.createOnce(input.email);
    return member ?? (await repository.findByEmail(input.email));
  }),

  // bad: no-check-then-act -- two requests take the same position
  addSeat: t.procedure.input(z.object({ roomId: z.string() })).mutation(async ({ input }) => {
    const [row] = await db.select({ n: count() }).from(seats).where(eq(seats.roomId, input.roomId));
    await db.insert(seats).values({ id: crypto.randomUUID(), roomId: input.roomId, position: row!.n + 1 });
  }),

  // bad: no-check-then-act -- points are lost when two spend at once
  spend: t.procedure.input(z.object({ id: z.string(), points: z.number().int().positive() })).mutation(async ({ input }) => {
    const [member] = await db.select().from(members).where(eq(members.id, input.id)).limit(1);
    if (!member || member.points < input.points) throw new TRPCError({ code: 'BAD_REQUEST' });
    await db.update(members).set({ points: member.points - input.points }).where(eq(members.id, input.id));
  }),

  // ok: no-check-then-act -- the condition stands in the update itself
  spendSafely: t.procedure.input(z.object({ id: z.string(), points: z.number().int().positive() })).mutation(async ({ input }) => {
    const changed = await db
      .update(members)
      .set({ points: sql`${members.points} - ${input.points}` })
      .where(and(eq(members.id, input.id), gte(members.points, input.points)))
      .returning({ id: members.id });
    if (changed.length === 0) throw new TRPCError({ code: 'BAD_REQUEST' });
  }),

  // ok: no-check-then-act -- within a transaction
  spendInTransaction: t.procedure.input(z.object({ id: z.string(), points: z.number() })).mutation(async ({ input }) => {
    await db.transaction(async (tx) => {
      const [member] = await tx.select().from(members).where(eq(members.id, input.id)).limit(1);
      if (!member) throw new TRPCError({ code: 'NOT_FOUND' });
      await tx.update(members).set({ points: member.points - input.points }).where(eq(members.id, input.id));
    });
  }),

  // ok: no-check-then-act -- looks whether the parent is there, then makes a child
  addNamedSeat: t.procedure.input(z.object({ roomId: z.string(), position: z.number() })).mutation(async ({ input }) => {
    const [room] = await db.select({ id: rooms.id }).from(rooms).where(eq(rooms.id, input.roomId)).limit(1);
    if (!room) throw new TRPCError({ code: 'NOT_FOUND' });
    await db.insert(seats).values({ id: crypto.randomUUID(), roomId: input.roomId, position: input.position });
  }),

  // ok: no-check-then-act -- a lookup, then an update of that row
  renameRoom: t.procedure.input(z.object({ id: z.string(), name: z.string() })).mutation(async ({ input }) => {
    const [room] = await db.select().from(rooms).where(eq(rooms.id, input.id)).limit(1);
    if (!room) throw new TRPCError({ code: 'NOT_FOUND' });
    await db.update(rooms).set({ name: input.name }).where(eq(rooms.id, input.id));
  }),
});
