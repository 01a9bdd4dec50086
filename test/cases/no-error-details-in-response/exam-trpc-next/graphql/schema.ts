export const typeDefs = `type Query { ping: String }`;
export const resolvers = { Query: { ping: () => 'pong' } };
