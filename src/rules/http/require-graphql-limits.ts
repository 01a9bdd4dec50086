import { fieldFaultsOf } from '../../facts/applications/graphql-fields.js';
import { graphqlFaultsOf } from '../../facts/applications/graphql-servers.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'require-graphql-limits',
  area: 'http',
  level: 'warn',
  description: 'require that a GraphQL server bounds what one request may ask for',
  cwe: [770, 400],
  mentions: /graphql|gql|apollo|yoga|mercurius|ResolveField|FieldResolver|\btype\s+Query\b|resolvers?\b/i,
  messages: {
    limits:
      'Nothing bounds the depth or the cost of a query here: `posts { author { posts { … } } }` a few levels down reads the whole database for one request. Add a depth or complexity limit to its validation rules.',
    introspection:
      'Introspection is on everywhere: in production it hands every field, also those that no client uses, to whoever asks. Make it depend on the environment.',
    csrf: 'CSRF prevention is switched off: a form of any site can send queries with your users’ cookies. Leave it on, and let clients send `apollo-require-preflight`.',
    list: '`{{name}}` gives a whole list with nothing to page by: the answer grows with the table until it times out. Give it `first` and `after`, or `limit`.',
    'per-parent':
      '`{{name}}` asks the database once for every parent in the answer: a list of 100 makes 100 queries more. Load it by a DataLoader that asks for all parents at once.',
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      File() {
        const faults = graphqlFaultsOf(file);
        const known = new Set(faults.map(({ node }) => node));
        for (const { kind, node, name } of fieldFaultsOf(file))
          if (!known.has(node)) report({ node, message: kind, data: { name } });
        for (const { kind, node, loc, name } of faults)
          report({ node, ...(loc ? { loc } : {}), message: kind, data: { name } });
      },
    };
  },
});
