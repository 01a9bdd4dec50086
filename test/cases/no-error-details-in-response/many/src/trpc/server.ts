// @complete: no-error-details-in-response
import { ApolloServer } from '@apollo/server';
import { initTRPC, TRPCError } from '@trpc/server';

export const t = initTRPC.create({
  errorFormatter({ shape, error }) {
    // bad: no-error-details-in-response
    return { ...shape, data: { ...shape.data, stack: error.stack } };
  },
});

export const u = initTRPC.create({
  errorFormatter({ shape }) {
    // ok: no-error-details-in-response
    return { ...shape, message: 'failed' };
  },
});

export const router = t.router({
  list: t.procedure.query(async () => {
    try {
      return await load();
    } catch (error) {
      // bad: no-error-details-in-response
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: (error as Error).message, cause: error });
    }
  }),
  other: t.procedure.query(async () => {
    try {
      return await load();
    } catch (error) {
      // ok: no-error-details-in-response
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'could not load', cause: error });
    }
  }),
});
const load = async () => [];

export const server = new ApolloServer({
  typeDefs: '',
  formatError: (formatted, error) => {
    // bad: no-error-details-in-response
    return { message: formatted.message, stack: (error as Error).stack };
  },
});
export const quiet = new ApolloServer({
  typeDefs: '',
  formatError: (formatted) => {
    // ok: no-error-details-in-response
    return { message: formatted.message, code: formatted.extensions?.code };
  },
});
