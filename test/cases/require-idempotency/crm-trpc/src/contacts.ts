// @complete: require-idempotency
import { z } from 'zod';
import { idempotentProcedure, prisma, protectedProcedure, router } from './trpc.js';

const NewContact = z.object({ name: z.string(), email: z.email() });

export const contacts = router({
  list: protectedProcedure.query(({ ctx }) => prisma.contact.findMany({ where: { ownerId: ctx.userId }, take: 50 })),

  // bad-cross: require-idempotency
  create: protectedProcedure.input(NewContact).mutation(async ({ ctx, input }) => {
    return prisma.contact.create({ data: { ...input, ownerId: ctx.userId } });
  }),

  // ok-cross: require-idempotency -- the procedure's base
  createOnce: idempotentProcedure.input(NewContact).mutation(async ({ ctx, input }) => {
    return prisma.contact.create({ data: { ...input, ownerId: ctx.userId } });
  }),

  // ok-cross: require-idempotency
  sync: protectedProcedure.input(NewContact).mutation(async ({ ctx, input }) => {
    const { email, name } = input;
    return prisma.contact.upsert({ where: { email }, create: { email, name, ownerId: ctx.userId }, update: { name } });
  }),

  // ok-cross: require-idempotency -- sets a field
  rename: protectedProcedure.input(z.object({ id: z.string(), name: z.string() })).mutation(async ({ ctx, input }) => {
    await prisma.contact.updateMany({ where: { id: input.id, ownerId: ctx.userId }, data: { name: input.name } });
  }),

  // bad-cross: require-idempotency -- a note more for every repeat
  addNote: protectedProcedure.input(z.object({ id: z.string(), text: z.string() })).mutation(async ({ input }) => {
    await prisma.note.create({ data: { contactId: input.id, text: input.text } });
  }),

  // ok-cross: require-idempotency
  remove: protectedProcedure.input(z.object({ id: z.string() })).mutation(async ({ ctx, input }) => {
    await prisma.contact.deleteMany({ where: { id: input.id, ownerId: ctx.userId } });
  }),

  // ok-cross: require-idempotency -- reads
  validateEmail: protectedProcedure.input(z.object({ email: z.email() })).mutation(async ({ input }) => {
    return { free: (await prisma.contact.count({ where: { email: input.email } })) === 0 };
  }),
});
