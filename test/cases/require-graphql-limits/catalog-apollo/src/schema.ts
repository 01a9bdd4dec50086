// @complete: require-graphql-limits
export const typeDefs = `#graphql
  type Product { id: ID! title: String! reviews: [Review!]! }
  type Review { id: ID! text: String! }
  type Query {
    product(id: ID!): Product
    search(first: Int!, after: String): [Product!]!
  }
`;

export const more = `#graphql
  extend type Query {
    me: String
`;
// bad: require-graphql-limits
export const wide = `
  type Query {
    products: [Product!]!
    tags: [String!]!
  }
`;
