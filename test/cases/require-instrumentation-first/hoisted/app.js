import fastify from 'fastify';

export const build = () => fastify();
