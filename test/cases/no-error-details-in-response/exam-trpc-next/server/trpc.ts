// @complete: no-error-details-in-response
import { initTRPC, TRPCError } from '@trpc/server';
import { ZodError, z } from 'zod';
import { db } from './db';
import { projects } from './schema';

const t = initTRPC.create({
  errorFormatter({ shape, error }) {
    return {
      ...shape,
      data: {
        ...shape.data,
        // ok: no-error-details-in-response -- validation issues
        zod: error.cause instanceof ZodError ? error.cause.flatten() : null,
        // bad: no-error-details-in-response
        stack: error.stack,
      },
    };
  },
});

export const router = t.router({
  create: t.procedure.input(z.object({ name: z.string() })).mutation(async ({ input }) => {
    try {
      return await db.insert(projects).values({ name: input.name }).returning();
    } catch (err) {
      // bad: no-error-details-in-response -- a driver's text reaches the client
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: err instanceof Error ? err.message : 'failed' });
    }
  }),
  rename: t.procedure.input(z.object({ id: z.string(), name: z.string() })).mutation(async ({ input }) => {
    try {
      return await db.insert(projects).values(input).onConflictDoNothing();
    } catch (err) {
      // ok: no-error-details-in-response -- cause stays on the server
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'The project cannot be renamed', cause: err });
    }
  }),
});
