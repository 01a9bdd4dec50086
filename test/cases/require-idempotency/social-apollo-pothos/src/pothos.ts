// @complete: require-idempotency
import SchemaBuilder from '@pothos/core';
import { knex } from './knex.js';

const builder = new SchemaBuilder<{ Context: { userId: string } }>({});

// bad-cross: require-idempotency
builder.mutationField('follow', (t) =>
  t.field({
    type: 'Boolean',
    args: { user: t.arg.string({ required: true }) },
    resolve: async (_root, { user }, { userId }) => {
      await knex('follows').insert({ follower: userId, followed: user });
      return true;
    },
  }),
);

// ok-cross: require-idempotency -- the pair is unique
builder.mutationField('followOnce', (t) =>
  t.field({
    type: 'Boolean',
    args: { user: t.arg.string({ required: true }) },
    resolve: async (_root, { user }, { userId }) => {
      await knex('follows').insert({ follower: userId, followed: user }).onConflict(['follower', 'followed']).merge();
      return true;
    },
  }),
);

// ok: require-idempotency -- computes
builder.mutationField('preview', (t) =>
  t.field({
    type: 'String',
    args: { markdown: t.arg.string({ required: true }) },
    resolve: (_root, { markdown }) => markdown.replaceAll('*', ''),
  }),
);

export const schema = builder.toSchema();
