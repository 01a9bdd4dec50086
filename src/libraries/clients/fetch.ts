import type { ExportRow, Library, MemberRow } from '../../model/library.js';
import type { OutgoingRow } from '../../model/rows/outgoing.js';
import { SIGNAL } from './rows.js';

/** undici, which Node's fetch is made of, waits 300 s for the headers and 300 s between two chunks of the body. */
const UNDICI_WAITS = 300;

const request: OutgoingRow = {
  does: 'request',
  url: ['0'],
  method: '1.method',
  body: ['1.body'],
  options: ['1'],
  limits: ['signal', 'dispatcher'],
  waits: UNDICI_WAITS,
  write: SIGNAL,
};
const fetch: ExportRow = { outgoing: request };

/** https://nodejs.org/docs/latest/api/globals.html#fetch */
export const globalFetch: Library = {
  name: 'fetch',
  kind: 'clients',
  modules: [],
  exports: {},
  globals: { fetch, globalThis: {}, 'globalThis.fetch': fetch },
};

const socket: ExportRow = { outgoing: { ...request, limits: ['signal', 'timeout', 'agent.timeout'], waits: null } };

/** Fetches of npm. node-fetch 2 has an option `timeout`, node-fetch 3 has not; both wait for ever. */
export const fetchPackages: readonly Library[] = [
  {
    // https://github.com/node-fetch/node-fetch/tree/2.x#options, https://github.com/node-fetch/node-fetch#options
    name: 'node-fetch',
    kind: 'clients',
    modules: ['node-fetch'],
    exports: { default: socket },
  },
  {
    // All of them are node-fetch 2 on Node.
    name: 'cross-fetch',
    kind: 'clients',
    modules: ['cross-fetch', 'cross-fetch/*', 'isomorphic-fetch', 'isomorphic-unfetch', 'fetch-with-proxy'],
    exports: { default: socket, fetch: socket },
  },
];

const LIMITS = ['signal', 'headersTimeout', 'bodyTimeout', 'dispatcher'];
const call = (options: string): MemberRow => ({
  outgoing: { ...request, method: `${options}.method`, body: [`${options}.body`], options: [options], limits: LIMITS },
});
const client = (options: string): ExportRow => ({
  new: 'Dispatcher',
  construct: {
    outgoing: {
      does: 'client',
      ...(options === '1' ? { url: ['0'] } : {}),
      options: [options],
      limits: ['headersTimeout', 'bodyTimeout'],
      waits: UNDICI_WAITS,
      write: 'headersTimeout: 10_000, bodyTimeout: 10_000',
    },
  },
});

/** https://undici.nodejs.org/#/docs/api/Dispatcher */
export const undici: Library = {
  name: 'undici',
  kind: 'clients',
  modules: ['undici'],
  exports: {
    fetch,
    request: call('1'),
    stream: call('1'),
    setGlobalDispatcher: { outgoing: { does: 'defaults', options: ['0'], limits: ['dispatcher'], waits: null } },
    Client: client('1'),
    Pool: client('1'),
    Agent: { ...client('0'), construct: {} },
    Dispatcher: { annotation: 'Dispatcher' },
  },
  types: { Dispatcher: { members: { request: call('0'), stream: call('0') } } },
};
