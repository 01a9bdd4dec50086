// @complete: require-graphql-limits
import { ApolloServer } from '@apollo/server';
import { EnvelopArmorPlugin } from '@escape.tech/graphql-armor';
import Fastify from 'fastify';
import { createSchema, createYoga } from 'graphql-yoga';
import mercurius from 'mercurius';
import { rules } from './limits';
import { resolvers, typeDefs } from './schema';

const schema = createSchema({ typeDefs, resolvers });

// bad: require-graphql-limits
export const yoga = createYoga({ schema });

// ok: require-graphql-limits
export const armored = createYoga({ schema, plugins: [EnvelopArmorPlugin()] });

// ok-cross: require-graphql-limits
export const apollo = new ApolloServer({ typeDefs, resolvers, validationRules: rules, introspection: process.env.NODE_ENV !== 'production' });

// bad-cross: require-graphql-limits -- introspection in production
export const shown = new ApolloServer({ typeDefs, resolvers, validationRules: rules, introspection: true });

// bad-cross: require-graphql-limits
export const forgeable = new ApolloServer({ typeDefs, resolvers, validationRules: rules, csrfPrevention: false });

const app = Fastify();
// bad: require-graphql-limits
app.register(mercurius, { schema, resolvers: {} });

const limited = Fastify();
// ok: require-graphql-limits
limited.register(mercurius, { schema, resolvers: {}, queryDepth: 7 });
export { app, limited };
