import type { CallbackRow, Library, MemberRow } from '../../model/library.js';
import { body, cookies, files, headers, method, params, query, url, verbs } from './rows.js';

/** Every function given to a route or to `use`; error handlers get the error first and are told by their arity. */
const handlers: Readonly<Record<string, CallbackRow>> = { '*': { params: ['Request', 'Response', null] } };
const route = (verb: string): MemberRow => ({ returns: 'this', callbacks: handlers, route: { verb, path: '0' } });
const chained = (verb: string): MemberRow => ({
  returns: 'this',
  callbacks: handlers,
  route: { verb, pathOf: 'receiver' },
});
const same: MemberRow = { returns: 'this' };

/** https://expressjs.com/en/5x/api.html (and 4x): applications, routers, requests, responses. */
export const express: Library = {
  name: 'express',
  kind: 'http',
  modules: ['express', 'express-promise-router', 'express-serve-static-core', 'ultimate-express', 'hyper-express'],
  client: 'Application',
  parameters: { req: 'Request', request: 'Request', res: 'Response' },
  exports: {
    default: { returns: 'Application' },
    Router: { returns: 'Router', new: 'Router' },
    json: {},
    urlencoded: {},
    static: {},
    raw: {},
    text: {},
    Request: { annotation: 'Request' },
    Response: { annotation: 'Response' },
    Express: { annotation: 'Application' },
    Application: { annotation: 'Application' },
    IRouter: { annotation: 'Router' },
    RequestHandler: { annotation: 'Handler' },
    Handler: { annotation: 'Handler' },
    ErrorRequestHandler: { annotation: 'ErrorHandler' },
    NextFunction: {},
  },
  types: {
    Router: {
      members: {
        ...verbs(route),
        use: { ...same, callbacks: handlers, mount: { path: '0' } },
        param: same,
        route: { returns: 'Path' },
      },
    },
    Application: {
      extends: 'Router',
      members: { listen: {}, set: same, enable: same, disable: same, engine: same, locals: {} },
    },
    Path: { members: verbs(chained) },
    Request: {
      members: {
        body,
        rawBody: body,
        query,
        params,
        headers,
        cookies,
        signedCookies: cookies,
        file: files,
        files,
        get: { request: 'headers' },
        header: { request: 'headers' },
        param: { request: 'params' },
        url,
        originalUrl: url,
        path: url,
        method,
        app: { type: 'Application' },
        // Put there by pino-http.
        log: { type: 'pino.Logger' },
        res: { type: 'Response' },
      },
    },
    Response: {
      members: {
        status: same,
        json: same,
        jsonp: same,
        send: same,
        set: same,
        header: same,
        type: same,
        cookie: same,
        clearCookie: same,
        vary: same,
        links: same,
        location: same,
        sendStatus: same,
        req: { type: 'Request' },
        app: { type: 'Application' },
        end: {},
        redirect: {},
        render: {},
        sendFile: {},
        download: {},
        write: {},
        locals: {},
      },
    },
    Handler: { params: ['Request', 'Response', null] },
    ErrorHandler: { params: [null, 'Request', 'Response', null] },
  },
};
