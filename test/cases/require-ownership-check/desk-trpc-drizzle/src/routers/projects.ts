// @complete: require-ownership-check
import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import { assertMember } from '../access.js';
import { db } from '../db/index.js';
import { members, posts, projects, tasks } from '../db/schema.js';
import { protectedProcedure, publicProcedure, router } from '../trpc.js';

export const projectsRouter = router({
  byId: protectedProcedure.input(z.object({ id: z.string().uuid() })).query(async ({ input }) => {
    // bad: require-ownership-check
    const [project] = await db.select().from(projects).where(eq(projects.id, input.id)).limit(1);
    return project ?? null;
  }),

  own: protectedProcedure.input(z.object({ id: z.string().uuid() })).query(async ({ ctx, input }) => {
    // ok: require-ownership-check
    const [project] = await db.select().from(projects).where(and(eq(projects.id, input.id), eq(projects.ownerId, ctx.session.userId))).limit(1);
    return project ?? null;
  }),

  rename: protectedProcedure.input(z.object({ id: z.string().uuid(), name: z.string() })).mutation(async ({ input }) => {
    // bad: require-ownership-check
    await db.update(projects).set({ name: input.name }).where(eq(projects.id, input.id));
  }),

  removeTask: protectedProcedure.input(z.object({ id: z.string().uuid() })).mutation(async ({ input: { id } }) => {
    // bad: require-ownership-check
    await db.delete(tasks).where(eq(tasks.id, id));
  }),

  archive: protectedProcedure.input(z.object({ id: z.string().uuid() })).mutation(async ({ ctx, input }) => {
    await assertMember(input.id, ctx.session.userId);
    // ok-cross: require-ownership-check
    await db.update(projects).set({ name: 'archived' }).where(eq(projects.id, input.id));
  }),

  removeOwnMember: protectedProcedure
    .input(z.object({ projectId: z.string().uuid(), memberId: z.string().uuid() }))
    .mutation(async ({ ctx, input }) => {
      await assertMember(input.projectId, ctx.session.userId);
      // ok: require-ownership-check
      await db.delete(members).where(and(eq(members.id, input.memberId), eq(members.projectId, input.projectId)));
    }),

  post: publicProcedure.input(z.object({ id: z.string().uuid() })).query(async ({ input }) => {
    // ok: require-ownership-check
    return db.query.posts.findFirst({ where: eq(posts.id, input.id) });
  }),

  readPost: protectedProcedure.input(z.object({ id: z.string().uuid() })).query(async ({ input }) => {
    // ok: require-ownership-check
    return db.query.posts.findFirst({ where: eq(posts.id, input.id) });
  }),
});
