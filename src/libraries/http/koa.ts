import type { Library, MemberRow } from '../../model/library.js';
import { assignedStatus, body, cookies, files, headers, method, params, query, url } from './rows.js';

const same: MemberRow = { returns: 'this' };

const answer: Readonly<Record<string, MemberRow>> = {
  body: { response: { does: 'set', kind: 'any', body: [''] } },
  status: { response: assignedStatus },
  redirect: { response: { does: 'send', kind: 'redirect', fallback: 302 } },
  render: { response: { does: 'send', kind: 'render', body: ['1'] } },
};

/** https://koajs.com/: an application is a list of middleware; the request's body comes with a parser. */
export const koa: Library = {
  name: 'koa',
  kind: 'http',
  modules: ['koa'],
  client: 'Application',
  parameters: { ctx: 'Context' },
  exports: {
    default: { new: 'Application', returns: 'Application' },
    Context: { annotation: 'Context' },
    ParameterizedContext: { annotation: 'Context' },
    Middleware: { annotation: 'Handler' },
  },
  types: {
    Application: {
      members: {
        use: { ...same, callbacks: { '*': { params: ['Context', null] } }, mount: {} },
        on: same,
        listen: {},
        callback: {},
        context: {},
        keys: { secrets: [''] },
      },
    },
    Context: {
      members: {
        request: { type: 'Request' },
        params,
        query,
        headers,
        header: headers,
        get: { request: 'headers' },
        cookies: { type: 'Cookies' },
        url,
        originalUrl: url,
        path: url,
        querystring: { request: 'query' },
        method,
        req: { request: 'raw' },
        res: { type: 'node-http.Response' },
        file: files,
        files,
        state: {},
        // Put there by koa-pino-logger.
        log: { type: 'pino.Logger' },
        throw: { response: { does: 'throw', kind: 'text', status: ['0'], fallback: 500, body: ['1', '0'] } },
        ...answer,
        response: { type: 'Response' },
      },
    },
    Request: {
      members: {
        body,
        rawBody: body,
        query,
        headers,
        header: headers,
        get: { request: 'headers' },
        files,
        url,
        originalUrl: url,
        path: url,
        method,
        ctx: { type: 'Context' },
      },
    },
    Response: { members: answer },
    // https://github.com/pillarjs/cookies: httpOnly by default, secure by the connection.
    Cookies: {
      members: {
        get: cookies,
        set: { cookie: { name: '0', value: '1', options: '2', sets: ['httpOnly', 'secure'] } },
      },
    },
    Handler: { params: ['Context', null] },
  },
};
