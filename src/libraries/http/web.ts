import type { Library } from '../../model/library.js';
import { headers, method, url } from './rows.js';

/** https://fetch.spec.whatwg.org/#request-class: the request that Next.js, SvelteKit, Workers, Bun and Deno hand over. */
export const web: Library = {
  name: 'web',
  kind: 'http',
  modules: [],
  exports: {},
  globals: {
    Request: { annotation: 'Request' },
    Response: {
      new: 'Response',
      annotation: 'Response',
      construct: { response: { does: 'value', kind: 'any', status: ['1.status'], body: ['0'] } },
    },
    'Response.json': { response: { does: 'value', kind: 'json', status: ['1.status'], body: ['0'] } },
    'Response.redirect': { response: { does: 'value', kind: 'redirect', status: ['1'], fallback: 302 } },
  },
  types: {
    Request: {
      members: {
        json: { returns: 'Part', request: 'body' },
        text: { request: 'body' },
        formData: { returns: 'Part', request: 'body' },
        arrayBuffer: { request: 'body' },
        blob: { request: 'body' },
        bytes: { request: 'body' },
        body: { request: 'body' },
        headers: { type: 'Headers', request: 'headers' },
        url,
        method,
        clone: { returns: 'Request' },
        // What Bun adds: https://bun.sh/docs/api/http
        params: { type: 'Part', request: 'params' },
        cookies: { type: 'Part', request: 'cookies' },
        // What Next.js adds: https://nextjs.org/docs/app/api-reference/functions/next-request
        nextUrl: { type: 'Address' },
      },
    },
    Response: {},
    Headers: { members: { get: headers, has: headers, entries: headers } },
    Address: {
      members: { searchParams: { type: 'Part', request: 'query' }, search: { request: 'query' }, pathname: url },
    },
    /** A part of a request: what its members are, the request says. */
    Part: {},
  },
};
