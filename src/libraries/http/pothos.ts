import type { Library, MemberRow } from '../../model/library.js';

const field = (verb: string): MemberRow => ({ route: { verb, resolvers: { shape: 'field', at: '1' } } });
const fields = (verb: string): MemberRow => ({ route: { verb, resolvers: { shape: 'fields', at: '0' } } });

/** https://pothos-graphql.dev/docs/api/schema-builder; `relayMutationField` comes with the Relay plugin. */
export const pothos: Library = {
  name: 'pothos',
  kind: 'http',
  modules: ['@pothos/core'],
  client: 'Builder',
  input: { parameter: 1, part: 'message' },
  exports: { default: { new: 'Builder' }, SchemaBuilder: { new: 'Builder' } },
  types: {
    Builder: {
      members: {
        queryField: field('QUERY'),
        mutationField: field('MUTATION'),
        subscriptionField: field('SUBSCRIPTION'),
        queryFields: fields('QUERY'),
        mutationFields: fields('MUTATION'),
        subscriptionFields: fields('SUBSCRIPTION'),
        queryType: fields('QUERY'),
        mutationType: fields('MUTATION'),
        subscriptionType: fields('SUBSCRIPTION'),
        relayMutationField: { route: { verb: 'MUTATION', resolvers: { shape: 'field', at: '2' } } },
        toSchema: {},
      },
    },
  },
};
