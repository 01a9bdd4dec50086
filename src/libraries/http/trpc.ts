import type { Library, MemberRow } from '../../model/library.js';

const same: MemberRow = { returns: 'this' };
const resolver = (verb: string): MemberRow => ({
  callbacks: { '0': { params: ['Options'] } },
  route: { verb, handler: '0' },
});

/** https://trpc.io/docs/server/error-handling#error-codes */
const CODES = {
  PARSE_ERROR: 400,
  BAD_REQUEST: 400,
  UNAUTHORIZED: 401,
  PAYMENT_REQUIRED: 402,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  METHOD_NOT_SUPPORTED: 405,
  TIMEOUT: 408,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNPROCESSABLE_CONTENT: 422,
  TOO_MANY_REQUESTS: 429,
  CLIENT_CLOSED_REQUEST: 499,
  INTERNAL_SERVER_ERROR: 500,
  NOT_IMPLEMENTED: 501,
  BAD_GATEWAY: 502,
  SERVICE_UNAVAILABLE: 503,
  GATEWAY_TIMEOUT: 504,
} as const;

/** https://trpc.io/docs/server/procedures, /middlewares, /routers (10 and 11). */
export const trpc: Library = {
  name: 'trpc',
  kind: 'http',
  modules: ['@trpc/server'],
  client: 'Root',
  exports: {
    initTRPC: { type: 'Builder' },
    TRPCError: {
      construct: {
        response: { does: 'error', kind: 'json', status: ['0.code'], names: CODES, fallback: 500, body: ['0.message'] },
      },
    },
  },
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
      members: {
        input: { type: 'web.Part', request: 'body' },
        ctx: { generic: '<0>' },
        next: {},
        getRawInput: { request: 'body' },
      },
    },
  },
};
