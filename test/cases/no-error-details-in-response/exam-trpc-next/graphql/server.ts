// @complete: no-error-details-in-response
import { ApolloServer } from '@apollo/server';
import { GraphQLError } from 'graphql';
import { typeDefs, resolvers } from './schema';

export const open = new ApolloServer({
  typeDefs,
  resolvers,
  formatError: (formatted, error) => ({
    message: formatted.message,
    // bad: no-error-details-in-response
    extensions: { exception: (error as GraphQLError).originalError?.stack },
  }),
});

export const closed = new ApolloServer({
  typeDefs,
  resolvers,
  includeStacktraceInErrorResponses: false,
  // ok: no-error-details-in-response
  formatError: (formatted) => (formatted.extensions?.code === 'INTERNAL_SERVER_ERROR' ? { message: 'Internal server error' } : formatted),
});

// bad: no-error-details-in-response
export const traced = new ApolloServer({ typeDefs, resolvers, includeStacktraceInErrorResponses: true });
