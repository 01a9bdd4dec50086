import type { CallbackRow, Library, MemberRow } from '../../model/library.js';
import {
  assignedStatus,
  body,
  cookies,
  files,
  headers,
  json,
  method,
  params,
  query,
  status,
  url,
  verbs,
} from './rows.js';

/** Every function given to a route or to `use`; error handlers get the error first and are told by their arity. */
const handlers: Readonly<Record<string, CallbackRow>> = {
  '*': { params: ['Request', 'Response', 'Next'], errorArity: 4 },
};
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
  parameters: { req: 'Request', request: 'Request', res: 'Response', next: 'Next' },
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
    NextFunction: { annotation: 'Next' },
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
        status: { ...same, response: status },
        statusCode: { response: assignedStatus },
        writeHead: { ...same, response: status },
        json: { ...same, response: json },
        jsonp: { ...same, response: json },
        send: { ...same, response: { does: 'send', kind: 'any', body: ['0'] } },
        set: same,
        header: same,
        type: same,
        cookie: { ...same, cookie: { name: '0', value: '1', options: '2' } },
        clearCookie: same,
        vary: same,
        links: same,
        location: { ...same, sinks: [{ kind: 'redirect', at: ['0'] }] },
        sendStatus: { ...same, response: { does: 'send', kind: 'empty', status: ['0'] } },
        req: { type: 'Request' },
        app: { type: 'Application' },
        end: { response: { does: 'send', kind: 'any', body: ['0'] } },
        redirect: { response: { does: 'send', kind: 'redirect', fallback: 302 } },
        render: { response: { does: 'send', kind: 'render', body: ['1'] } },
        sendFile: {
          response: { does: 'send', kind: 'file' },
          sinks: [{ kind: 'path', at: ['0'], when: [{ at: '1.root', is: 'unset' }] }],
        },
        download: {
          response: { does: 'send', kind: 'file' },
          sinks: [{ kind: 'path', at: ['0'], when: [{ at: '2.root', is: 'unset' }] }],
        },
        write: { response: { does: 'write', kind: 'any', body: ['0'] } },
        locals: {},
      },
    },
    Handler: { params: ['Request', 'Response', 'Next'] },
    ErrorHandler: { params: [null, 'Request', 'Response', 'Next'] },
    Next: { call: { response: { does: 'pass' } } },
  },
};
