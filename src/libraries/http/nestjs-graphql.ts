import type { ExportRow, Library } from '../../model/library.js';

const verb = (name: string): ExportRow => ({ route: { verb: name } });

/** https://docs.nestjs.com/graphql/resolvers, /mutations, /subscriptions; https://typegraphql.com/docs/resolvers.html */
export const nestjsGraphql: Library = {
  name: 'nestjs-graphql',
  kind: 'http',
  modules: ['@nestjs/graphql', 'type-graphql'],
  exports: {
    Resolver: {},
    Query: verb('QUERY'),
    Mutation: verb('MUTATION'),
    Subscription: verb('SUBSCRIPTION'),
    Args: { request: 'message' },
    Arg: { request: 'message' },
    Context: {},
    Ctx: {},
    // type-graphql: https://typegraphql.com/docs/middlewares.html, /authorization.html
    UseMiddleware: { guards: true },
    Authorized: { guards: true },
    GqlExecutionContext: {},
  },
};
