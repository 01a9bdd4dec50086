// @complete: require-graphql-limits
import { ApolloServer } from '@apollo/server';
import depthLimit from 'graphql-depth-limit';
import { resolvers } from './resolvers.js';
import { typeDefs } from './schema.js';
import { rules } from './rules.js';

// bad: require-graphql-limits
export const open = new ApolloServer({ typeDefs, resolvers });
// ok: require-graphql-limits
export const bounded = new ApolloServer({ typeDefs, resolvers, validationRules: [depthLimit(6)] });
// ok-cross: require-graphql-limits
export const shared = new ApolloServer({ typeDefs, resolvers, validationRules: rules });
export const loud = new ApolloServer({
  typeDefs,
  resolvers,
  validationRules: [depthLimit(6)],
  // bad: require-graphql-limits
  introspection: true,
  // bad: require-graphql-limits
  csrfPrevention: false,
});
export const quiet = new ApolloServer({
  typeDefs,
  resolvers,
  validationRules: [depthLimit(6)],
  // ok: require-graphql-limits
  introspection: process.env.NODE_ENV !== 'production',
});
