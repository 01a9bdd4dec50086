import type { CallbackRow, Library, MemberRow } from '../../model/library.js';
import { verbs } from './rows.js';

const handlers: Readonly<Record<string, CallbackRow>> = { '*': { params: ['koa.Context', null] } };
const same: MemberRow = { returns: 'this' };
const route = (verb: string): MemberRow => ({ returns: 'this', callbacks: handlers, route: { verb, path: '0' } });

/** https://github.com/koajs/router/blob/master/API.md: routes may have a name before their path. */
export const koaRouter: Library = {
  name: 'koa-router',
  kind: 'http',
  modules: ['@koa/router', 'koa-router', 'koa-better-router'],
  client: 'Router',
  exports: {
    default: { new: 'Router', returns: 'Router' },
    Router: { new: 'Router', returns: 'Router' },
    RouterContext: { annotation: 'koa.Context' },
    Middleware: { annotation: 'koa.Handler' },
    RouterMiddleware: { annotation: 'koa.Handler' },
  },
  types: {
    Router: {
      members: {
        ...verbs(route),
        del: route('DELETE'),
        register: { ...same, callbacks: handlers, route: { verb: 'argument', method: '1', path: '0', handler: '2' } },
        use: { ...same, callbacks: handlers, mount: { path: '0' } },
        prefix: same,
        param: same,
        routes: same,
        middleware: same,
        allowedMethods: {},
      },
    },
  },
};
