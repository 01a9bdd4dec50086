// @complete: require-idempotency
import { ApolloServer } from '@apollo/server';
import { readFileSync } from 'node:fs';
import { knex } from './knex.js';

interface NewPost {
  input: { clientMutationId: string; text: string };
}

const resolvers = {
  Query: {
    // ok: require-idempotency
    posts: () => knex('posts').select('id', 'text').limit(20),
  },
  Mutation: {
    // bad-cross: require-idempotency
    createPost: async (_: unknown, { input }: NewPost) => {
      const [post] = await knex('posts').insert({ text: input.text }).returning('*');
      return post;
    },

    // ok-cross: require-idempotency -- unique client id, conflict handled
    createPostOnce: async (_: unknown, { input }: NewPost) => {
      const { clientMutationId, text } = input;
      await knex('posts').insert({ client_id: clientMutationId, text }).onConflict('client_id').ignore();
      return knex('posts').where({ client_id: clientMutationId }).first();
    },

    // bad-cross: require-idempotency -- counts up
    async like(_: unknown, { id }: { id: string }) {
      await knex('posts').where({ id }).increment('likes', 1);
      return true;
    },

    // ok-cross: require-idempotency -- one like per reader
    async likeOnce(_: unknown, { id }: { id: string }, { userId }: { userId: string }) {
      await knex('likes').insert({ post_id: id, user_id: userId }).onConflict(['post_id', 'user_id']).ignore();
      return true;
    },

    // ok-cross: require-idempotency -- sets
    async edit(_: unknown, { id, text }: { id: string; text: string }) {
      await knex('posts').where({ id }).update({ text });
      return true;
    },
  },
};

export const server = new ApolloServer({ typeDefs: readFileSync('schema.graphql', 'utf8'), resolvers });
