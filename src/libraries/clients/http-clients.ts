import type { ExportRow, Library, MemberRow } from '../../model/library.js';
import type { OutgoingRow } from '../../model/rows/outgoing.js';
import { SIGNAL } from './rows.js';

const VERBS = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options'] as const;

/** One member for each verb, `del` included where the library has it. */
const verbs = (row: (method: string) => OutgoingRow): Record<string, MemberRow> =>
  Object.fromEntries(
    [...VERBS, 'del'].map((name) => [name, { outgoing: row(name === 'del' ? 'DELETE' : name.toUpperCase()) }]),
  );

/** `lib(url, options)`, `lib.get(url, options)` and an `extend` that makes another with options of its own. */
function extendable(row: Omit<OutgoingRow, 'does' | 'options' | 'url'>, maker: string): Library['types'] {
  const request: OutgoingRow = {
    ...row,
    does: 'request',
    url: ['0.url', '0'],
    method: '1.method',
    options: ['1', '0'],
  };
  const make: MemberRow = { returns: 'Client', outgoing: { ...row, does: 'client', options: ['0'] } };
  return {
    Client: {
      call: { outgoing: request },
      members: {
        ...verbs((method) => ({ ...request, method })),
        [maker]: make,
        stream: { outgoing: request },
        paginate: {},
        raw: { outgoing: request },
      },
    },
  };
}

const gotTypes = extendable(
  { limits: ['timeout', 'signal', 'agent.timeout'], waits: null, write: 'timeout: { request: 10_000 }' },
  'extend',
);
// https://github.com/unjs/ofetch#%EF%B8%8F-timeout: none by default
const ofetchTypes = extendable(
  { limits: ['timeout', 'signal', 'dispatcher'], waits: 300, write: 'timeout: 10_000' },
  'create',
);
// https://github.com/sindresorhus/ky#timeout: ten seconds by default, `false` for none
const kyTypes = extendable({ limits: ['timeout', 'signal'], waits: 10, write: 'timeout: 10_000' }, 'extend');

const request: OutgoingRow = {
  does: 'request',
  url: ['0.url', '0.uri', '0'],
  options: ['1', '0'],
  limits: ['timeout'],
  waits: null,
  write: 'timeout: 10_000',
};
const requestRow: ExportRow = { outgoing: request };

const LINK: OutgoingRow = {
  does: 'request',
  url: ['0'],
  options: [],
  limits: [],
  waits: null,
  link: 'timeout',
  write: '.timeout({ response: 10_000, deadline: 30_000 })',
};
const linked = verbs((method) => ({ ...LINK, method }));

// https://github.com/tomas/needle#http-options: 10 s to connect, none for the answer
const needle = (options: string, method: string, url = '0'): MemberRow => ({
  outgoing: {
    does: 'request',
    url: [url],
    method,
    options: [options],
    limits: ['response_timeout', 'read_timeout', 'timeout', 'signal'],
    waits: null,
    write: 'response_timeout: 10_000, read_timeout: 10_000',
  },
});
const needleMembers: Record<string, MemberRow> = {
  get: needle('1', 'GET'),
  head: needle('1', 'HEAD'),
  post: needle('2', 'POST'),
  put: needle('2', 'PUT'),
  patch: needle('2', 'PATCH'),
  delete: needle('2', 'DELETE'),
};

/** Clients of npm beside fetch and axios. */
export const httpClients: readonly Library[] = [
  {
    // https://github.com/sindresorhus/got/blob/main/documentation/6-timeout.md
    name: 'got',
    kind: 'clients',
    modules: ['got'],
    exports: { default: { type: 'Client' }, got: { type: 'Client' }, Got: { annotation: 'Client' } },
    types: gotTypes!,
  },
  {
    name: 'ofetch',
    kind: 'clients',
    modules: ['ofetch'],
    exports: { ofetch: { type: 'Client' }, $fetch: { type: 'Client' }, default: { type: 'Client' } },
    types: ofetchTypes!,
  },
  {
    name: 'ky',
    kind: 'clients',
    modules: ['ky', 'ky-universal'],
    exports: { default: { type: 'Client' }, KyInstance: { annotation: 'Client' } },
    types: kyTypes!,
  },
  {
    // https://ladjs.github.io/superagent/#timeouts
    name: 'superagent',
    kind: 'clients',
    modules: ['superagent'],
    exports: {
      ...linked,
      default: { type: 'Agent' },
      '*': { type: 'Agent' },
    },
    types: { Agent: { call: { outgoing: { ...LINK, url: ['1'], method: '0' } }, members: linked } },
  },
  {
    name: 'needle',
    kind: 'clients',
    modules: ['needle'],
    exports: {
      ...needleMembers,
      default: { type: 'Needle' },
      '*': { type: 'Needle' },
    },
    types: { Needle: { call: needle('3', '0', '1'), members: needleMembers } },
  },
  {
    // https://github.com/request/request#requestoptions-callback: out of support, in use
    name: 'request',
    kind: 'clients',
    modules: ['request', 'request-promise', 'request-promise-native', '@cypress/request'],
    exports: { ...verbs((method) => ({ ...request, method })), default: requestRow, '*': requestRow },
  },
  {
    // https://nodejs.org/api/http.html#httprequesturl-options-callback
    name: 'node-http-client',
    kind: 'clients',
    modules: ['http', 'https', 'node:http', 'node:https'],
    exports: Object.fromEntries(
      ['request', 'get'].map((name) => [
        name,
        {
          outgoing: {
            does: 'request',
            url: ['0'],
            ...(name === 'get' ? { method: 'GET' } : {}),
            options: ['1', '0'],
            limits: ['timeout', 'signal', 'agent.timeout'],
            waits: null,
            link: 'setTimeout',
            write: SIGNAL,
          },
        } satisfies ExportRow,
      ]),
    ),
  },
];
