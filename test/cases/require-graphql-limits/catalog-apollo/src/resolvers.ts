// @complete: require-graphql-limits
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();
interface Context {
  loaders: { reviews: { load(id: string): Promise<unknown> } };
}

export const resolvers = {
  Query: {
    // ok: require-graphql-limits
    product: (_: unknown, args: { id: string }) => prisma.product.findUnique({ where: { id: args.id } }),
  },
  Product: {
    // bad: require-graphql-limits
    reviews: (product: { id: string }) => prisma.review.findMany({ where: { productId: product.id } }),
    // ok: require-graphql-limits
    ratings: (product: { id: string }, _: unknown, { loaders }: Context) => loaders.reviews.load(product.id),
    // ok: require-graphql-limits
    title: (product: { name: string }) => product.name,
  },
};
