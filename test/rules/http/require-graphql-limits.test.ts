import { rule } from '../../../src/rules/http/require-graphql-limits.js';
import { ruleTester } from '../../rule-tester.js';

const apollo = "import { ApolloServer } from '@apollo/server';\nimport depthLimit from 'graphql-depth-limit';\n";
const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const ask = 'prisma.author.findUnique({ where: { id: book.authorId } })';
const field = (body: string): string =>
  `import { Parent, ResolveField } from '@nestjs/graphql';\n${prisma}const ask = (book) => ${ask};
const kept = (book) => cache.get(book.id) ?? ${ask};
const hydrated = (book) => { if (book.author) return book.author; return ${ask}; };
class Books { @ResolveField() async author(@Parent() book) { let a; ${body} } @ResolveField() async name(@Parent() book) { let a; ${body} } }`;
const reported = (name: string, code: string, messageId: string) => ({ name, code, errors: [{ messageId }] });

ruleTester.run('require-graphql-limits', rule as never, {
  valid: [
    {
      name: 'a field that the parent may bring along',
      code: field('if (book.author) { a = book.author; } else { a = await ask(book); } return a;'),
    },
    { name: 'a function that keeps what it read', code: field('return kept(book);') },
    { name: 'a function that looks at the parent first', code: field('return hydrated(book);') },
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
    reported('two fields that ask by one function, told once', field('return ask(book);'), 'per-parent'),
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
