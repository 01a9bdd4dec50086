import { rule } from '../../../src/rules/http/require-graphql-limits.js';
import { ruleTester } from '../../rule-tester.js';

const apollo = "import { ApolloServer } from '@apollo/server';\nimport depthLimit from 'graphql-depth-limit';\n";
const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const reported = (name: string, code: string, messageId: string) => ({ name, code, errors: [{ messageId }] });

ruleTester.run('require-graphql-limits', rule as never, {
  valid: [
    { name: 'a depth limit', code: `${apollo}new ApolloServer({ schema, validationRules: [depthLimit(6)] });` },
    { name: 'rules from elsewhere', code: `${apollo}new ApolloServer({ schema, validationRules: rules });` },
    {
      name: 'introspection by environment',
      code: `${apollo}new ApolloServer({ schema, validationRules: [depthLimit(6)], introspection: !isProduction });`,
    },
    { name: 'options that can not be read', code: `${apollo}new ApolloServer(options);` },
    {
      name: 'a list with paging, one of scalars',
      code: 'export const typeDefs = `type Query { posts(first: Int): [Post] tags: [String] }`;',
    },
    {
      name: 'a lookup in a root',
      code: `${prisma}export const resolvers = { Query: { user: (root) => prisma.user.findUnique({ where: { id: root.id } }) } };`,
    },
  ],
  invalid: [
    {
      name: 'no limit, at the server',
      code: `${apollo}new ApolloServer({ schema });`,
      errors: [
        {
          message:
            'Nothing bounds the depth or the cost of a query here: `posts { author { posts { … } } }` a few levels down reads the whole database for one request. Add a depth or complexity limit to its validation rules.',
          line: 3,
          column: 1,
        },
      ],
    },
    reported(
      'introspection',
      `${apollo}new ApolloServer({ schema, validationRules: [depthLimit(6)], introspection: true });`,
      'introspection',
    ),
    reported(
      'CSRF prevention off',
      `${apollo}new ApolloServer({ schema, validationRules: [depthLimit(6)], csrfPrevention: false });`,
      'csrf',
    ),
    {
      name: 'a list without paging, at the field',
      code: 'export const typeDefs = `\n  type Query {\n    posts: [Post!]!\n  }`;',
      errors: [{ messageId: 'list' as const, line: 3, column: 5, endColumn: 10 }],
    },
    reported(
      'a query for every parent',
      `${prisma}export const resolvers = { Query: {}, User: { posts: (user) => prisma.post.findMany({ where: { authorId: user.id } }) } };`,
      'per-parent',
    ),
  ],
});
