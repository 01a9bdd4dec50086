import type { MemberRow } from '../../model/library.js';
import type { ResponseRow } from '../../model/rows/responses.js';

const VERBS = {
  get: 'GET',
  head: 'HEAD',
  post: 'POST',
  put: 'PUT',
  patch: 'PATCH',
  delete: 'DELETE',
  options: 'OPTIONS',
  all: 'ALL',
} as const;

/** One member per verb, made by `row`: `get`, `head`, `post`, … */
export const verbs = (row: (verb: string) => MemberRow): Record<keyof typeof VERBS, MemberRow> =>
  Object.fromEntries(Object.entries(VERBS).map(([name, verb]) => [name, row(verb)])) as Record<
    keyof typeof VERBS,
    MemberRow
  >;

/** A part of the request, as a property or as what a call gives. */
export const body: MemberRow = { type: 'web.Part', request: 'body' };
export const query: MemberRow = { type: 'web.Part', request: 'query' };
export const params: MemberRow = { type: 'web.Part', request: 'params' };
export const headers: MemberRow = { type: 'web.Part', request: 'headers' };
export const cookies: MemberRow = { type: 'web.Part', request: 'cookies' };
export const files: MemberRow = { type: 'web.Part', request: 'files' };
export const url: MemberRow = { request: 'url' };
/** `res.status(404)`, `res.statusCode = 404`, `res.json(body)`. */
export const status: ResponseRow = { does: 'status', status: ['0'] };
export const assignedStatus: ResponseRow = { does: 'status', status: [''] };
export const json: ResponseRow = { does: 'send', kind: 'json', body: ['0'] };
export const method: MemberRow = { request: 'method' };
