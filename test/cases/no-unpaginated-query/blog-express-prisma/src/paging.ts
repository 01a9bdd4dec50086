import { z } from 'zod';

const Paging = z.object({
  cursor: z.uuid().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(25),
});

/** Prisma's paging arguments for a request's query. */
export function pageArgs(query: unknown) {
  const { cursor, limit } = Paging.parse(query);
  return { take: limit, ...(cursor ? { cursor: { id: cursor }, skip: 1 } : {}) };
}

/** Only sorts: no bound. */
export function newestFirst() {
  return { orderBy: { createdAt: 'desc' as const } };
}
