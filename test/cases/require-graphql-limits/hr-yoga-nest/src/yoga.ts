// @complete: require-graphql-limits
import { EnvelopArmorPlugin } from '@escape.tech/graphql-armor';
import { createYoga } from 'graphql-yoga';
import { schema } from './schema';

// bad: require-graphql-limits
export const open = createYoga({ schema });
// ok: require-graphql-limits
export const armed = createYoga({ schema, plugins: [EnvelopArmorPlugin()] });
