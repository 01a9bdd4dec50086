// @complete: no-unbounded-page-size
import SchemaBuilder from '@pothos/core';
import { prisma } from '../lib/prisma';

const builder = new SchemaBuilder({});

builder.queryField('songs', (t) =>
  t.field({
    type: ['String'],
    args: { first: t.arg.int() },
    // bad: no-unbounded-page-size
    resolve: (_root, args) => prisma.song.findMany({ take: args.first ?? 20 }),
  }),
);
