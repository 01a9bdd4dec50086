// @complete: no-sql-concat
import { Prisma } from '@prisma/client';
import { z } from 'zod';
import { publicProcedure, router } from './trpc.js';

const TABLE = Prisma.raw('"Payslip"');

export const payslips = router({
  byEmployee: publicProcedure.input(z.object({ employee: z.string() })).query(async ({ ctx, input }) => {
    // bad-cross: no-sql-concat
    // fix: no-sql-concat
    return ctx.prisma.$queryRawUnsafe(`SELECT id, net FROM "Payslip" WHERE "employeeId" = '${input.employee}' LIMIT 24`);
  }),

  byMonth: publicProcedure.input(z.object({ month: z.string() })).query(async ({ ctx, input }) => {
    // ok-cross: no-sql-concat
    return ctx.prisma.$queryRaw`SELECT id, net FROM ${TABLE} WHERE month = ${input.month} LIMIT 24`;
  }),

  sorted: publicProcedure.input(z.object({ by: z.enum(['net', 'month']) })).query(async ({ ctx, input }) => {
    // ok-cross: no-sql-concat -- the input schema is a closed list
    return ctx.prisma.$queryRawUnsafe(`SELECT id FROM "Payslip" ORDER BY "${input.by}" LIMIT 24`);
  }),

  filtered: publicProcedure
    .input(z.object({ min: z.number().optional(), status: z.string().optional() }))
    .query(async ({ ctx, input }) => {
      const conditions = [Prisma.sql`deleted = false`];
      if (input.min !== undefined) conditions.push(Prisma.sql`net >= ${input.min}`);
      // bad: no-sql-concat -- a raw piece among bound ones
      if (input.status) conditions.push(Prisma.raw(`status = '${input.status}'`));
      // ok-cross: no-sql-concat
      return ctx.prisma.$queryRaw`SELECT id FROM "Payslip" WHERE ${Prisma.join(conditions, ' AND ')} LIMIT 24`;
    }),

  void: publicProcedure.input(z.object({ id: z.string(), reason: z.string() })).mutation(async ({ ctx, input }) => {
    // bad-cross: no-sql-concat
    // fix: no-sql-concat
    await ctx.prisma.$executeRawUnsafe(`UPDATE "Payslip" SET reason = '${input.reason}' WHERE id = $1`, input.id);
  }),
});
