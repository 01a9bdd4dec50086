// @complete: require-scope-check
import { PrismaClient } from '@prisma/client';
import { z } from 'zod';
import { adminProcedure, protectedProcedure, router } from './trpc.js';

const prisma = new PrismaClient();

export const pages = router({
  // ok: require-scope-check
  create: adminProcedure.input(z.object({ title: z.string() })).mutation(({ input }) => prisma.page.create({ data: { title: input.title } })),
  // bad-cross: require-scope-check
  remove: protectedProcedure.input(z.object({ id: z.string() })).mutation(({ input }) => prisma.page.delete({ where: { id: input.id } })),
  // ok: require-scope-check
  bookmark: protectedProcedure
    .input(z.object({ id: z.string() }))
    .mutation(({ ctx, input }) => prisma.bookmark.deleteMany({ where: { pageId: input.id, userId: ctx.user.id } })),
});
