import type { CallbackRow, Library, MemberRow } from '../../model/library.js';
import { assignedStatus, body, cookies, headers, params, query, url, verbs } from './rows.js';

/** https://elysiajs.com/essential/life-cycle: what runs before a handler. */
const BEFORE = ['parse', 'transform', 'beforeHandle'];
const context: CallbackRow = { params: ['Context'] };
const route = (verb: string): MemberRow => ({
  returns: 'this',
  callbacks: { '1': context, '2.*': context },
  route: { verb, path: '0', handler: '1', hooks: BEFORE },
});
const answer: MemberRow = { response: { does: 'value', kind: 'json', status: ['0'], body: ['1'] } };
const hook: MemberRow = { returns: 'this', callbacks: { '*': context }, mount: {} };

/** https://elysiajs.com/essential/route, /handler, /plugin: everything is a chain. */
export const elysia: Library = {
  name: 'elysia',
  kind: 'http',
  modules: ['elysia'],
  client: 'App',
  exports: {
    Elysia: { new: 'App' },
    default: { new: 'App' },
    Context: { annotation: 'Context' },
    t: {},
    error: answer,
    status: answer,
  },
  types: {
    App: {
      chain: true,
      members: {
        ...verbs(route),
        route: {
          returns: 'this',
          callbacks: { '2': context },
          route: { verb: 'argument', path: '1', handler: '2', hooks: BEFORE },
        },
        use: { returns: 'this', callbacks: { '0': { params: ['App'] } }, mount: { plugin: true } },
        group: {
          returns: 'this',
          callbacks: { '1': { params: ['App'] }, '2': { params: ['App'] } },
          mount: { path: '0', scope: { hooks: BEFORE } },
        },
        guard: {
          returns: 'this',
          callbacks: { '1': { params: ['App'] }, '0.*': context },
          mount: { scope: { hooks: BEFORE } },
        },
        onRequest: hook,
        onParse: hook,
        onTransform: hook,
        onBeforeHandle: hook,
        derive: hook,
        resolve: hook,
        handle: {},
        fetch: {},
        server: {},
      },
    },
    Set: { members: { status: { response: assignedStatus } } },
    Context: {
      decorate: 'decorate',
      members: {
        body,
        query,
        params,
        headers,
        cookie: cookies,
        path: url,
        request: { type: 'web.Request' },
        store: {},
        set: { type: 'Set' },
        error: answer,
        status: answer,
        redirect: { response: { does: 'value', kind: 'redirect', status: ['1'], fallback: 302 } },
      },
    },
  },
};
