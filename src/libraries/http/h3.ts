import type { CallbackRow, ExportRow, Library, MemberRow } from '../../model/library.js';
import { headers, method, params, query, url, verbs } from './rows.js';

const event: CallbackRow = { params: ['Event', null] };
const same: MemberRow = { returns: 'this' };
const route = (verb: string): MemberRow => ({
  returns: 'this',
  callbacks: { '*': event },
  route: { verb, path: '0', handler: '1' },
});
const handler: ExportRow = { wraps: '0', callbacks: { '0': event, '0.*': event } };
const part = (name: NonNullable<MemberRow['request']>): ExportRow => ({ returns: 'web.Part', request: name });

/** https://h3.dev/utils/request; 1.x: https://v1.h3.dev/utils/request. Nuxt and Nitro import them without a statement. */
const helpers: Record<string, ExportRow> = {
  defineEventHandler: handler,
  eventHandler: handler,
  defineCachedEventHandler: handler,
  cachedEventHandler: handler,
  readBody: part('body'),
  readRawBody: part('body'),
  readValidatedBody: part('body'),
  readFormData: part('body'),
  readMultipartFormData: part('files'),
  getQuery: part('query'),
  getValidatedQuery: part('query'),
  getRouterParam: part('params'),
  getRouterParams: part('params'),
  getValidatedRouterParams: part('params'),
  getHeader: part('headers'),
  getHeaders: part('headers'),
  getRequestHeader: part('headers'),
  getRequestHeaders: part('headers'),
  setCookie: { cookie: { name: '1', value: '2', options: '3' } },
  getCookie: part('cookies'),
  parseCookies: part('cookies'),
  getMethod: part('method'),
  getRequestURL: part('url'),
  getRequestPath: part('url'),
  setResponseStatus: { response: { does: 'status', status: ['1'] } },
  createError: {
    response: {
      does: 'error',
      kind: 'json',
      status: ['0.statusCode', '0.status'],
      fallback: 500,
      body: ['0.data', '0.message', '0.statusMessage', '0'],
    },
  },
  sendError: { response: { does: 'send', kind: 'json', fallback: 500, body: ['1'] } },
  send: { response: { does: 'send', kind: 'any', body: ['1'] } },
  sendNoContent: { response: { does: 'send', kind: 'empty', status: ['1'], fallback: 204 } },
  sendRedirect: { response: { does: 'send', kind: 'redirect', status: ['2'], fallback: 302 } },
  toWebRequest: { returns: 'web.Request' },
};

/** https://h3.dev/guide/basics/routing, https://nitro.build/guide/routing, https://nuxt.com/docs/guide/directory-structure/server */
export const h3: Library = {
  name: 'h3',
  kind: 'http',
  modules: ['h3', 'nitropack', 'nitropack/runtime', 'nitro', 'nitro/h3', 'nuxt', '#imports'],
  parameters: { event: 'Event' },
  exports: {
    ...helpers,
    defineHandler: handler,
    HTTPError: {
      construct: {
        response: {
          does: 'error',
          kind: 'json',
          status: ['0.status', '1.status'],
          fallback: 500,
          body: ['0.message', '0'],
        },
      },
    },
    createApp: { returns: 'App' },
    createRouter: { returns: 'Router' },
    H3: { new: 'App' },
    H3Event: { annotation: 'Event', new: 'Event' },
    EventHandler: { annotation: 'Handler' },
  },
  globals: helpers,
  types: {
    App: {
      members: {
        ...verbs(route),
        on: { ...same, callbacks: { '*': event }, route: { verb: 'argument', path: '1', handler: '2' } },
        use: { ...same, callbacks: { '*': event }, mount: { path: '0' } },
        mount: { ...same, mount: { path: '0' } },
      },
    },
    Router: {
      members: {
        ...verbs(route),
        use: { ...same, callbacks: { '*': event }, route: { verb: 'ALL', path: '0', handler: '1' } },
        add: { ...same, callbacks: { '*': event }, route: { verb: 'ALL', path: '0', handler: '1' } },
        handler: {},
      },
    },
    Event: {
      members: {
        method,
        path: url,
        url,
        headers: { type: 'web.Headers', request: headers.request! },
        req: { type: 'web.Request' },
        context: { type: 'Context' },
        node: { type: 'Node', request: 'raw' },
      },
    },
    Context: { members: { params, query } },
    Node: { members: { req: { type: 'node-http.Request' }, res: { type: 'node-http.Response' } } },
    Handler: { params: ['Event'] },
  },
  files: [
    {
      path: /^(?:[\w-]+\/)?server\/(?:routes\/|(?=api\/))(.+?)(?:\.(?:get|post|put|patch|delete|head|options))?\.[cm]?[jt]s$/,
      exports: 'default',
      params: ['Event'],
      dependencies: ['nuxt', 'nuxt-nightly', 'nitropack', 'nitro', '@nuxt/kit'],
    },
    {
      path: /^(?:routes\/|(?=api\/))(.+?)(?:\.(?:get|post|put|patch|delete|head|options))?\.[cm]?[jt]s$/,
      exports: 'default',
      params: ['Event'],
      dependencies: ['nitropack', 'nitro'],
      text: /\b(?:define)?(?:Cached)?(?:E|e)ventHandler\b|\bdefineHandler\b/,
    },
  ],
};
