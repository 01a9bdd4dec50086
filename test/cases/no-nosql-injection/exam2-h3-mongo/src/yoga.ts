// @complete: no-nosql-injection
import { createSchema, createYoga } from 'graphql-yoga';
import { Server } from 'socket.io';
import { users } from '../server/utils/db';

export const yoga = createYoga({
  schema: createSchema({
    typeDefs: /* GraphQL */ `
      scalar JSON
      type User { email: String }
      type Query { user(email: String!): User  users(filter: JSON): [User] }
    `,
    resolvers: {
      Query: {
        // ok: no-nosql-injection -- GraphQL made a String of it
        user: (_parent, { email }) => users.findOne({ email }),
        // bad: no-nosql-injection -- a JSON scalar is anything
        users: (_parent, args) => users.find(args.filter).limit(10).toArray(),
      },
    },
  }),
});

export function sockets(io: Server) {
  io.on('connection', (socket) => {
    socket.on('find', async (query, reply) => {
      // bad: no-nosql-injection
      reply(await users.findOne({ nick: query.nick }));
      // ok: no-nosql-injection
      reply(await users.findOne({ nick: `${query.nick}` }));
    });
  });
}
