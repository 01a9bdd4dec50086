import type { CallbackRow, ExportRow, Library, MemberRow } from '../../model/library.js';
import { assignedStatus, body, cookies, headers, method, params, query, status, url, verbs } from './rows.js';

/** https://fastify.dev/docs/latest/Reference/Lifecycle/: the hooks that run before a handler, in their order. */
const BEFORE = ['onRequest', 'preParsing', 'preValidation', 'preHandler'];
const handler: CallbackRow = { params: ['Request', 'Reply', null] };
const same: MemberRow = { returns: 'this' };
const route = (verb: string): MemberRow => ({
  returns: 'this',
  callbacks: { '*': handler, '1.*': handler },
  route: { verb, path: '0', hooks: BEFORE },
});
/** What @fastify/sensible adds: https://github.com/fastify/fastify-sensible#reply-interface */
const sensible = Object.fromEntries(
  Object.entries({
    badRequest: 400,
    unauthorized: 401,
    paymentRequired: 402,
    forbidden: 403,
    notFound: 404,
    methodNotAllowed: 405,
    notAcceptable: 406,
    conflict: 409,
    gone: 410,
    preconditionFailed: 412,
    unprocessableEntity: 422,
    tooManyRequests: 429,
    internalServerError: 500,
    notImplemented: 501,
    badGateway: 502,
    serviceUnavailable: 503,
  }).map(([name, fallback]): [string, MemberRow] => [
    name,
    { ...same, response: { does: 'send', kind: 'json', fallback, body: ['0'] } },
  ]),
);
const plugin: ExportRow = { annotation: 'Plugin' };
const hook: ExportRow = { annotation: 'Handler' };

/** https://fastify.dev/docs/latest/Reference/Routes/, /Plugins/, /Hooks/, /Decorators/ (4 and 5). */
export const fastify: Library = {
  name: 'fastify',
  kind: 'http',
  modules: [
    'fastify',
    '@fastify/type-provider-typebox',
    '@fastify/type-provider-json-schema-to-ts',
    'fastify-type-provider-zod',
  ],
  client: 'Instance',
  parameters: { fastify: 'Instance', request: 'Request', req: 'Request', reply: 'Reply' },
  exports: {
    default: { returns: 'Instance' },
    fastify: { returns: 'Instance' },
    FastifyInstance: { annotation: 'Instance' },
    FastifyRequest: { annotation: 'Request' },
    FastifyReply: { annotation: 'Reply' },
    FastifyPluginAsync: plugin,
    FastifyPluginCallback: plugin,
    FastifyPlugin: plugin,
    FastifyPluginAsyncTypebox: plugin,
    FastifyPluginCallbackTypebox: plugin,
    FastifyPluginAsyncJsonSchemaToTs: plugin,
    FastifyPluginCallbackJsonSchemaToTs: plugin,
    FastifyPluginAsyncZod: plugin,
    FastifyPluginCallbackZod: plugin,
    RouteHandlerMethod: hook,
    RouteHandler: hook,
    RouteOptions: { annotation: 'RouteOptions' },
    onRequestHookHandler: hook,
    onRequestAsyncHookHandler: hook,
    preParsingHookHandler: hook,
    preValidationHookHandler: hook,
    preValidationAsyncHookHandler: hook,
    preHandlerHookHandler: hook,
    preHandlerAsyncHookHandler: hook,
  },
  types: {
    Instance: {
      decorate: 'decorate',
      members: {
        ...verbs(route),
        route: {
          ...same,
          callbacks: { '0.*': handler },
          route: { verb: 'ALL', options: '0', hooks: BEFORE },
        },
        register: {
          ...same,
          callbacks: { '0': { params: ['Instance', null, null] } },
          mount: { path: '1.prefix', plugin: true, anyOrder: true },
        },
        addHook: { ...same, callbacks: { '1': handler }, mount: { anyOrder: true, hooks: BEFORE } },
        decorate: same,
        decorateRequest: same,
        decorateReply: same,
        withTypeProvider: same,
        after: same,
        ready: same,
        addSchema: same,
        addContentTypeParser: same,
        setErrorHandler: { ...same, callbacks: { '0': { params: [null, 'Request', 'Reply'] } } },
        setNotFoundHandler: same,
        setValidatorCompiler: same,
        setSerializerCompiler: same,
        setGenReqId: same,
        listen: {},
        inject: {},
        close: {},
        log: { type: 'pino.Logger' },
        server: {},
        prefix: {},
        hasDecorator: {},
        getDecorator: {},
        swagger: {},
        jwt: {},
        httpErrors: {},
      },
    },
    Request: {
      members: {
        body,
        query,
        params,
        headers,
        cookies,
        url,
        originalUrl: url,
        method,
        raw: { request: 'raw' },
        log: { type: 'pino.Logger' },
        server: { type: 'Instance' },
        file: { request: 'files' },
        files: { request: 'files' },
        parts: { request: 'files' },
        saveRequestFiles: { request: 'files' },
      },
    },
    Reply: {
      members: {
        code: { ...same, response: status },
        status: { ...same, response: status },
        statusCode: { response: assignedStatus },
        send: { ...same, response: { does: 'send', kind: 'any', body: ['0'] } },
        header: same,
        headers: same,
        type: same,
        setCookie: { ...same, cookie: { name: '0', value: '1', options: '2' } },
        clearCookie: same,
        cookie: { ...same, cookie: { name: '0', value: '1', options: '2' } },
        redirect: { ...same, response: { does: 'send', kind: 'redirect', fallback: 302 } },
        raw: { type: 'node-http.Response' },
        ...sensible,
        log: { type: 'pino.Logger' },
        request: { type: 'Request' },
        server: { type: 'Instance' },
      },
    },
    Plugin: { params: ['Instance', null, null] },
    Handler: { params: ['Request', 'Reply', null] },
    RouteOptions: {
      members: Object.fromEntries(
        [...BEFORE, 'handler'].map((name): [string, MemberRow] => [name, { type: 'Handler' }]),
      ),
    },
  },
};
