// @complete: no-get-side-effects
import { createSchema, createYoga } from 'graphql-yoga';
import { eq } from 'drizzle-orm';
import { db } from '../lib/db';
import { items } from '../lib/schema';

export const yoga = createYoga({
  schema: createSchema({
    typeDefs: `type Query { item(id: ID!): Item clear(id: ID!): Boolean } type Mutation { drop(id: ID!): Boolean } type Item { id: ID }`,
    resolvers: {
      Query: {
        item: (_, { id }) => db.select().from(items).where(eq(items.id, id)).limit(1),
        clear: async (_, { id }) => {
          // bad: no-get-side-effects
          await db.delete(items).where(eq(items.id, id));
          return true;
        },
      },
      Mutation: {
        drop: async (_, { id }) => {
          // ok: no-get-side-effects
          await db.delete(items).where(eq(items.id, id));
          return true;
        },
      },
    },
  }),
});
