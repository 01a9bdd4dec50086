import type { CallbackRow, Library, MemberRow } from '../../model/library.js';

/** Every function given to a route or to `use`; error handlers get the error first and are told by their arity. */
const handlers: Readonly<Record<string, CallbackRow>> = { '*': { params: ['Request', 'Response', null] } };
const route = (verb: string): MemberRow => ({ returns: 'this', callbacks: handlers, route: { verb, path: '0' } });
const chained = (verb: string): MemberRow => ({
  returns: 'this',
  callbacks: handlers,
  route: { verb, pathOf: 'receiver' },
});

/** https://expressjs.com/en/5x/api.html (and 4x): applications, routers, requests, responses. */
export const express: Library = {
  name: 'express',
  kind: 'http',
  modules: ['express', 'express-promise-router'],
  client: 'Application',
  parameters: { req: 'Request', request: 'Request', res: 'Response' },
  exports: {
    default: { returns: 'Application' },
    Router: { returns: 'Router', new: 'Router' },
    json: {},
    urlencoded: {},
    static: {},
    Request: { annotation: 'Request' },
    Response: { annotation: 'Response' },
    Express: { annotation: 'Application' },
    Application: { annotation: 'Application' },
    IRouter: { annotation: 'Router' },
    RequestHandler: {},
    NextFunction: {},
  },
  types: {
    Router: {
      members: {
        get: route('GET'),
        head: route('HEAD'),
        post: route('POST'),
        put: route('PUT'),
        patch: route('PATCH'),
        delete: route('DELETE'),
        options: route('OPTIONS'),
        all: route('ALL'),
        use: { returns: 'this', callbacks: handlers, mount: { path: '0' } },
        param: { returns: 'this' },
        route: { returns: 'Path' },
      },
    },
    Application: { extends: 'Router', members: { listen: {}, set: {}, enable: {}, disable: {}, locals: {} } },
    Path: {
      members: {
        get: chained('GET'),
        head: chained('HEAD'),
        post: chained('POST'),
        put: chained('PUT'),
        patch: chained('PATCH'),
        delete: chained('DELETE'),
        all: chained('ALL'),
      },
    },
    Request: {
      members: {
        body: { type: 'Part', request: 'body' },
        query: { type: 'Part', request: 'query' },
        params: { type: 'Part', request: 'params' },
        headers: { type: 'Part', request: 'headers' },
        cookies: { type: 'Part', request: 'cookies' },
        signedCookies: { type: 'Part', request: 'cookies' },
        get: { request: 'headers' },
        header: { request: 'headers' },
        app: { type: 'Application' },
      },
    },
    Response: { members: { status: { returns: 'this' }, json: { returns: 'this' }, send: { returns: 'this' } } },
    Part: {},
  },
};
