import type { Library, MemberRow } from '../../model/library.js';

const same: MemberRow = { returns: 'this' };
const resolver = (verb: string): MemberRow => ({
  callbacks: { '0': { params: ['Options'] } },
  route: { verb, handler: '0' },
});

/** https://trpc.io/docs/server/procedures, /middlewares, /routers (10 and 11). */
export const trpc: Library = {
  name: 'trpc',
  kind: 'http',
  modules: ['@trpc/server'],
  client: 'Root',
  exports: { initTRPC: { type: 'Builder' } },
  types: {
    Builder: { members: { context: same, meta: same, create: { returns: 'Root' } } },
    Root: {
      members: {
        procedure: { type: 'Procedure' },
        router: {},
        mergeRouters: {},
        middleware: { returns: 'Middleware', wraps: '0', callbacks: { '0': { params: ['Options'] } } },
        createCallerFactory: {},
      },
    },
    Procedure: {
      members: {
        input: same,
        output: same,
        meta: same,
        errors: same,
        use: { ...same, callbacks: { '0': { params: ['Options'] } }, procedure: { guard: '0' } },
        concat: { ...same, procedure: { concat: '0' } },
        unstable_concat: { ...same, procedure: { concat: '0' } },
        query: resolver('QUERY'),
        mutation: resolver('MUTATION'),
        subscription: resolver('SUBSCRIPTION'),
      },
    },
    Middleware: { members: { unstable_pipe: same } },
    Options: {
      members: { input: { type: 'web.Part', request: 'body' }, ctx: {}, next: {}, getRawInput: { request: 'body' } },
    },
  },
};
