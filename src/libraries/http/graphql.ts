import type { Library } from '../../model/library.js';

/**
 * Resolver maps (https://www.apollographql.com/docs/apollo-server/data/resolvers,
 * https://the-guild.dev/graphql/tools/docs/resolvers): plain objects, so the packages alone say that there are some.
 */
export const graphql: Library = {
  name: 'graphql',
  kind: 'http',
  modules: [
    '@apollo/server',
    '@apollo/subgraph',
    'apollo-server',
    'apollo-server-core',
    'apollo-server-express',
    'apollo-server-koa',
    'apollo-server-lambda',
    'apollo-server-micro',
    'graphql-yoga',
    '@graphql-tools/schema',
    'mercurius',
    'graphql-http',
    'express-graphql',
    'graphql-modules',
    'graphql-helix',
  ],
  input: { parameter: 1, part: 'message' },
  exports: {
    ApolloServer: { construct: { resolvers: '0.resolvers' } },
    createSchema: { resolvers: '0.resolvers' },
    makeExecutableSchema: { resolvers: '0.resolvers' },
    buildSubgraphSchema: { resolvers: '0.resolvers' },
  },
};
