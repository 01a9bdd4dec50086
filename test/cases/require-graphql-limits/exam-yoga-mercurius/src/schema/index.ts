// @complete: require-graphql-limits
import { PrismaClient } from '@prisma/client';
import type { GraphQLResolveInfo } from 'graphql';
import { authorLoader } from './loaders';

const prisma = new PrismaClient();

export const typeDefs = /* GraphQL */ `
  type Book { id: ID! title: String! author: Author publisher: Publisher }
  type Author { id: ID! name: String! }
  type Publisher { id: ID! }
  type Query {
    books(first: Int!, after: String): [Book!]!
    book(id: ID!): Book
  }
`;

export const resolvers = {
  Query: {
    books: (_: unknown, args: { first: number }) => prisma.book.findMany({ take: Math.min(args.first, 50) }),
    book: (_: unknown, args: { id: string }) => prisma.book.findUnique({ where: { id: args.id } }),
  },
  Book: {
    // ok-cross: require-graphql-limits -- through a DataLoader
    author: (book: { authorId: string }) => authorLoader.load(book.authorId),
    // bad: require-graphql-limits -- one query per book
    publisher: (book: { publisherId: string }, _args: unknown, _ctx: unknown, _info: GraphQLResolveInfo) =>
      prisma.publisher.findFirst({ where: { id: book.publisherId } }),
  },
};
