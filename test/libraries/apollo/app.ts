import { ApolloServer } from '@apollo/server';

const resolvers = {
  Query: { orders: () => [] },
  Mutation: {
    placeOrder: async (_: unknown, { sku }: { sku: string }, { user }: { user?: string }) => ({ sku, user }),
    cancelOrder: (_: unknown, args: { id: string }) => args.id,
  },
  Order: { items: (order: { id: string }) => [order.id] },
};
export const server = new ApolloServer({ typeDefs: '', resolvers });
