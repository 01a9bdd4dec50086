// @complete: no-unbounded-page-size
import { prisma } from '../lib/prisma';

export const resolvers = {
  Query: {
    // bad: no-unbounded-page-size -- first is the client's
    posts: (_parent: unknown, { first }: { first: number }) => prisma.post.findMany({ take: first }),
    // bad: no-unbounded-page-size
    latest: (_parent: unknown, args: { first?: number }) => prisma.post.findMany({ take: args.first ?? 20, orderBy: { id: 'desc' } }),
    // ok: no-unbounded-page-size
    safe: (_parent: unknown, args: { first: number }) => prisma.post.findMany({ take: Math.min(args.first, 50) }),
    // ok: no-unbounded-page-size -- a fixed size
    top: (_parent: unknown, args: { tag: string }) => prisma.post.findMany({ where: { tag: args.tag }, take: 10 }),
  },
};
