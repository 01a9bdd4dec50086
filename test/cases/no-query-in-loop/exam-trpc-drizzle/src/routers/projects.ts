// @complete: no-query-in-loop
import { eq, inArray, sql, gt, asc } from 'drizzle-orm';
import { z } from 'zod';
import { router, procedure } from '../trpc.js';
import { projects, tasks, members } from '../db/schema.js';
import { MemberRepository, tasksOf, tasksOfAll } from '../repositories/tasks.repository.js';

const repository = new MemberRepository();

export const projectRouter = router({
  board: procedure.query(async ({ ctx }) => {
    const mine = await ctx.db.select().from(projects).where(eq(projects.ownerId, ctx.userId)).limit(50);
    const board = [];
    // bad-cross: no-query-in-loop -- one query a project, in the repository's file
    for (const project of mine) {
      board.push({ ...project, tasks: await tasksOf(project.id) });
    }
    return board;
  }),

  sizes: procedure.query(async ({ ctx }) => {
    const mine = await ctx.db.query.projects.findMany({ where: eq(projects.ownerId, ctx.userId), limit: 50 });
    // bad-cross: no-query-in-loop
    return Promise.all(mine.map(async (project) => ({ id: project.id, members: await repository.countOf(project.id) })));
  }),

  due: procedure.input(z.object({ ids: z.array(z.string().uuid()).max(500) })).query(async ({ ctx, input }) => {
    // bad: no-query-in-loop -- findFirst for each id that was sent
    const found = await Promise.allSettled(
      input.ids.map((id) => ctx.db.query.tasks.findFirst({ where: eq(tasks.id, id) })),
    );
    return found.filter((one) => one.status === 'fulfilled');
  }),

  reorder: procedure.input(z.array(z.object({ id: z.string(), position: z.number() })).max(100)).mutation(async ({ ctx, input }) => {
    // ok: no-query-in-loop -- ordered writes through the transaction's own client
    await ctx.db.transaction(async (tx) => {
      for (const one of input) {
        await tx.update(tasks).set({ position: one.position }).where(eq(tasks.id, one.id));
      }
    });
  }),

  markAll: procedure.input(z.object({ ids: z.array(z.string()) })).mutation(async ({ ctx, input }) => {
    // bad: no-query-in-loop -- one UPDATE with inArray does it
    for (let i = 0; i < input.ids.length; i++) {
      await ctx.db.update(tasks).set({ dueAt: new Date() }).where(eq(tasks.id, input.ids[i]!));
    }
  }),

  boards: procedure.query(async ({ ctx }) => {
    const mine = await ctx.db.select().from(projects).where(eq(projects.ownerId, ctx.userId)).limit(50);
    // ok-cross: no-query-in-loop -- one query for all of them
    const byProject = await tasksOfAll(mine.map((project) => project.id));
    // ok-cross: no-query-in-loop -- a lookup in a Map and a method that only formats
    return mine.map((project) => ({ ...project, tasks: byProject.get(project.id) ?? [], label: repository.labelOf(project.ownerId) }));
  }),

  stats: procedure.query(async ({ ctx }) => {
    const counted: Record<string, number> = {};
    // ok: no-query-in-loop -- a small fixed list
    for (const status of ['open', 'done', 'late'] as const) {
      const [row] = await ctx.db.select({ n: sql<number>`count(*)` }).from(tasks).where(eq(tasks.title, status));
      counted[status] = row!.n;
    }
    return counted;
  }),

  purge: procedure.input(z.object({ ids: z.array(z.string()) })).mutation(async ({ ctx, input }) => {
    // ok: no-query-in-loop -- chunks
    for (let i = 0; i < input.ids.length; i += 500) {
      await ctx.db.delete(tasks).where(inArray(tasks.id, input.ids.slice(i, i + 500)));
    }
  }),

  exportAll: procedure.query(async ({ ctx }) => {
    let last = '00000000-0000-0000-0000-000000000000';
    const lines: string[] = [];
    // ok: no-query-in-loop -- a page at a time until none is left
    while (true) {
      const page = await ctx.db.select().from(tasks).where(gt(tasks.id, last)).orderBy(asc(tasks.id)).limit(1000);
      if (page.length === 0) break;
      lines.push(...page.map((task) => task.title));
      last = page[page.length - 1]!.id;
    }
    return lines;
  }),

  join: procedure.input(z.object({ projectId: z.string(), userIds: z.array(z.string()) })).mutation(async ({ ctx, input }) => {
    // ok: no-query-in-loop -- one statement with many rows
    await ctx.db.insert(members).values(input.userIds.map((userId) => ({ userId, projectId: input.projectId })));
  }),
});
