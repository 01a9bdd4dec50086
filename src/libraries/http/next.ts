import type { ExportRow, Library } from '../../model/library.js';
import { assignedStatus, body, cookies, headers, json, method, query, status, url } from './rows.js';

/** https://nextjs.org/docs/app/api-reference/file-conventions/route, https://nextjs.org/docs/pages/building-your-application/routing/api-routes */
export const next: Library = {
  name: 'next',
  kind: 'http',
  modules: ['next', 'next/server'],
  exports: {
    NextRequest: { annotation: 'web.Request', new: 'web.Request' },
    NextApiRequest: { annotation: 'ApiRequest' },
    NextApiResponse: { annotation: 'ApiResponse' },
    NextApiHandler: { annotation: 'ApiHandler' },
    NextResponse: {
      new: 'NextResponse',
      annotation: 'NextResponse',
      construct: { response: { does: 'value', kind: 'any', status: ['1.status'], body: ['0'] } },
    },
    'NextResponse.next': { returns: 'NextResponse' },
    'NextResponse.json': {
      returns: 'NextResponse',
      response: { does: 'value', kind: 'json', status: ['1.status'], body: ['0'] },
    },
    'NextResponse.redirect': {
      returns: 'NextResponse',
      response: { does: 'value', kind: 'redirect', status: ['1.status', '1'], fallback: 307 },
    },
  },
  types: {
    ApiRequest: { members: { body, query, headers, cookies, method, url } },
    ApiResponse: {
      members: {
        status: { returns: 'this', response: status },
        statusCode: { response: assignedStatus },
        writeHead: { returns: 'this', response: status },
        json: { response: json },
        send: { response: { does: 'send', kind: 'any', body: ['0'] } },
        end: { response: { does: 'send', kind: 'any', body: ['0'] } },
        write: { response: { does: 'write', kind: 'any', body: ['0'] } },
        setHeader: { returns: 'this' },
        redirect: { returns: 'this', response: { does: 'send', kind: 'redirect', fallback: 307 } },
      },
    },
    NextResponse: { members: { cookies: { type: 'Cookies' } } },
    Cookies: {
      members: {
        get: { request: 'cookies' },
        set: { cookie: { name: '0', value: '1', options: '2', whole: true } },
      },
    },
    ApiHandler: { params: ['ApiRequest', 'ApiResponse'] },
    RouteContext: { members: { params: { type: 'web.Part', request: 'params' } } },
  },
  files: [
    {
      path: /^(?:src\/)?app\/(?:(.*)\/)?route\.[cm]?[jt]sx?$/,
      exports: 'verbs',
      params: ['web.Request', 'RouteContext'],
      dependencies: ['next'],
    },
    {
      path: /^(?:src\/)?pages\/(api\/.+|api)\.[cm]?[jt]sx?$/,
      exports: 'default',
      params: ['ApiRequest', 'ApiResponse'],
      dependencies: ['next'],
    },
  ],
};

const sent: ExportRow = { sinks: [{ kind: 'redirect', at: ['0'] }] };

/** https://nextjs.org/docs/app/api-reference/functions/redirect, https://remix.run/docs/en/main/utils/redirect */
export const navigation: Library = {
  name: 'navigation',
  kind: 'http',
  modules: ['next/navigation', '@remix-run/node', '@remix-run/cloudflare', '@remix-run/server-runtime', 'react-router'],
  exports: { redirect: sent, permanentRedirect: sent, redirectDocument: sent },
};
