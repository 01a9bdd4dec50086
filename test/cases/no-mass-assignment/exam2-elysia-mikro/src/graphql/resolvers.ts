// @complete: no-mass-assignment
import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { prisma } from '../db.js';

export const typeDefs = `
  scalar JSON
  input AccountInput { name: String! owner: String! }
  type Account { id: ID! name: String }
  type Mutation {
    createAccount(input: AccountInput!): Account
    patchAccount(id: ID!, changes: JSON!): Account
  }
`;

export const resolvers = {
  Mutation: {
    // ok: no-mass-assignment -- the input type is closed
    createAccount: (_: unknown, { input }: any) => prisma.account.create({ data: input }),
    // bad: no-mass-assignment -- a JSON scalar is not
    patchAccount: (_: unknown, { id, changes }: any) => prisma.account.update({ where: { id: Number(id) }, data: changes }),
  },
};

const t = initTRPC.create();
export const router = t.router({
  create: t.procedure.input(z.object({ name: z.string() })).mutation(({ input }) => {
    // ok: no-mass-assignment
    return prisma.account.create({ data: { ...input, owner: 'me' } });
  }),
  patch: t.procedure.input(z.object({ id: z.number(), data: z.record(z.any()) })).mutation(({ input }) => {
    // bad: no-mass-assignment -- a record of anything
    return prisma.account.update({ where: { id: input.id }, data: input.data });
  }),
});
