import type { CallbackRow, ExportRow, Library, MemberRow } from '../../model/library.js';
import type { AnswerKind } from '../../model/rows/responses.js';
import { method, params, query, status, url, verbs } from './rows.js';

const handlers: Readonly<Record<string, CallbackRow>> = { '*': { params: ['Context', null] } };
const route = (verb: string): MemberRow => ({ returns: 'this', callbacks: handlers, route: { verb, path: '0' } });
const same: MemberRow = { returns: 'this' };
const value = (kind: AnswerKind): MemberRow => ({
  response: { does: 'value', kind, status: ['1.status', '1'], body: ['0'] },
});
const answers: Readonly<Record<string, MemberRow>> = {
  json: value('json'),
  text: value('text'),
  html: value('text'),
  body: value('any'),
  newResponse: value('any'),
  render: { response: { does: 'value', kind: 'render', body: ['0'] } },
  redirect: { response: { does: 'value', kind: 'redirect', status: ['1'], fallback: 302 } },
  notFound: { response: { does: 'value', kind: 'text', fallback: 404 } },
  status: { response: status },
};
const app: ExportRow = { new: 'App' };
const middleware: MemberRow = { wraps: '0', callbacks: handlers };

/** https://hono.dev/docs/api/hono, /api/request, /api/context, /helpers/factory; https://hono.dev/examples/zod-openapi */
export const hono: Library = {
  name: 'hono',
  kind: 'http',
  modules: [
    'hono',
    'hono/tiny',
    'hono/quick',
    'hono/factory',
    'hono/cookie',
    'hono/http-exception',
    'hono/streaming',
    '@hono/zod-openapi',
  ],
  client: 'App',
  parameters: { c: 'Context' },
  exports: {
    Hono: app,
    OpenAPIHono: { new: 'OpenApi' },
    Context: { annotation: 'Context' },
    HonoRequest: { annotation: 'Request' },
    Handler: { annotation: 'Handler' },
    MiddlewareHandler: { annotation: 'Handler' },
    createMiddleware: middleware,
    createFactory: { returns: 'Factory' },
    Factory: { new: 'Factory' },
    streamSSE: { callbacks: { '1': { params: ['Stream'] } } },
    stream: { callbacks: { '1': { params: ['Stream'] } } },
    streamText: { callbacks: { '1': { params: ['Stream'] } } },
    createRoute: {},
    HTTPException: {
      construct: { response: { does: 'error', kind: 'text', status: ['0'], fallback: 500, body: ['1.message'] } },
    },
    setCookie: { cookie: { name: '1', value: '2', options: '3' } },
    getCookie: { request: 'cookies' },
    getSignedCookie: { request: 'cookies', secrets: ['1'] },
  },
  types: {
    App: {
      members: {
        ...verbs(route),
        on: { ...same, callbacks: handlers, route: { verb: 'argument', path: '1' } },
        use: { ...same, callbacks: handlers, mount: { path: '0', exact: true } },
        route: { ...same, mount: { path: '0' } },
        mount: { ...same, mount: { path: '0' } },
        basePath: { returns: 'App' },
        onError: { ...same, callbacks: { '0': { params: [null, 'Context'] } } },
        notFound: same,
        fetch: {},
        request: {},
        fire: {},
      },
    },
    OpenApi: {
      extends: 'App',
      members: {
        openapi: {
          ...same,
          callbacks: { '1': { params: ['Context', null] }, '0.*': { params: ['Context', null] } },
          route: { verb: 'ALL', options: '0', handler: '1', hooks: ['middleware'] },
        },
        doc: same,
        doc31: same,
        basePath: { returns: 'OpenApi' },
        openAPIRegistry: {},
      },
    },
    Factory: {
      members: { createApp: { returns: 'App' }, createMiddleware: middleware, createHandlers: { callbacks: handlers } },
    },
    Context: {
      members: {
        req: { type: 'Request' },
        env: { generic: 'Bindings' },
        get: { keyed: 'var' },
        set: {},
        var: { generic: 'Variables' },
        res: {},
        ...answers,
      },
    },
    Request: {
      members: {
        json: { returns: 'web.Part', request: 'body' },
        parseBody: { returns: 'web.Part', request: 'body' },
        formData: { request: 'body' },
        text: { request: 'body' },
        arrayBuffer: { request: 'body' },
        bytes: { request: 'body' },
        blob: { request: 'body' },
        valid: { returns: 'web.Part', request: 'body' },
        query: { returns: 'web.Part', request: query.request! },
        queries: { returns: 'web.Part', request: 'query' },
        param: { returns: 'web.Part', request: params.request! },
        header: { request: 'headers' },
        url,
        path: url,
        method,
        raw: { type: 'web.Request' },
      },
    },
    Stream: {
      members: {
        writeSSE: { response: { does: 'write', kind: 'any', body: ['0.data', '0'] } },
        write: { response: { does: 'write', kind: 'any', body: ['0'] } },
        writeln: { response: { does: 'write', kind: 'any', body: ['0'] } },
      },
    },
    Handler: { params: ['Context', null] },
  },
};
