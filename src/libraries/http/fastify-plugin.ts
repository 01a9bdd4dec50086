import type { Library, MemberRow } from '../../model/library.js';

const plugin: MemberRow = {
  wraps: '0',
  shared: true,
  callbacks: { '0': { params: ['fastify.Instance', null, null] } },
};

/** https://github.com/fastify/fastify-plugin: a plugin whose hooks and decorators reach the instance that registers it. */
export const fastifyPlugin: Library = {
  name: 'fastify-plugin',
  kind: 'http',
  modules: ['fastify-plugin'],
  exports: { default: plugin, fastifyPlugin: plugin },
};
