import type { Library } from '../../model/library.js';
import { body, cookies, headers, method, query, url } from './rows.js';

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
    NextResponse: {},
  },
  types: {
    ApiRequest: { members: { body, query, headers, cookies, method, url } },
    ApiResponse: {
      members: {
        status: { returns: 'this' },
        json: {},
        send: {},
        end: {},
        setHeader: { returns: 'this' },
        redirect: { returns: 'this' },
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
