import type { ExportRow, Library, MemberRow } from '../../model/library.js';

/** The address, by where it stands in the call. */
const address = (...at: string[]): { readonly sinks: NonNullable<MemberRow['sinks']> } => ({
  sinks: [{ kind: 'url', at }],
});
const first: MemberRow = address('0');
// https://nodejs.org/api/net.html#netconnect: options, or a port and a host
const socket: MemberRow = address('0.host', '1');
// https://v1.h3.dev/utils/proxy
const proxied: ExportRow = address('1');
const proxies = { sendProxy: proxied, proxyRequest: proxied, fetchWithEvent: proxied };

/** A GraphQL text that is sent to an address. */
const queried: MemberRow = {
  sinks: [
    { kind: 'url', at: ['0.url', '0'] },
    { kind: 'query', at: ['0.document', '1'] },
  ],
};

const only = (name: string, modules: readonly string[], exports: Library['exports']): Library => ({
  name,
  kind: 'clients',
  modules,
  exports,
});

/** Calls that open an address which they are given, beside the HTTP clients: sockets, proxies, readers of pages and feeds. */
export const addresses: readonly Library[] = [
  {
    name: 'net',
    kind: 'clients',
    modules: ['net', 'node:net', 'tls', 'node:tls'],
    exports: { connect: socket, createConnection: socket, Socket: { new: 'Socket' } },
    types: { Socket: { members: { connect: socket } } },
  },
  // https://nodejs.org/api/http2.html#http2connectauthority-options-listener
  only('http2-client', ['http2', 'node:http2'], { connect: first }),
  {
    ...only('h3-proxy', ['h3', 'nitropack', 'nitropack/runtime', 'nitro', 'nitro/h3', '#imports'], proxies),
    // Nuxt and Nitro import them, and ofetch as `$fetch`, without a statement.
    globals: { ...proxies, $fetch: first, '$fetch.raw': first },
  },
  // https://hono.dev/docs/helpers/proxy
  only('hono-proxy', ['hono/proxy'], { proxy: first }),
  {
    // https://github.com/http-party/node-http-proxy#options
    name: 'http-proxy',
    kind: 'clients',
    modules: ['http-proxy', 'http-proxy-3', 'httpxy'],
    exports: { createProxyServer: { returns: 'Proxy' }, createProxy: { returns: 'Proxy' }, default: { new: 'Proxy' } },
    types: { Proxy: { members: { web: address('2.target', '2.forward'), ws: address('3.target') } } },
  },
  {
    // https://github.com/graffle-js/graffle
    name: 'graphql-request',
    kind: 'clients',
    modules: ['graphql-request'],
    exports: {
      default: queried,
      request: queried,
      rawRequest: queried,
      batchRequests: address('0.url', '0'),
      gql: { sinks: [{ kind: 'query', at: ['0'] }] },
      GraphQLClient: { new: 'Client', construct: first },
    },
    types: {
      Client: {
        members: {
          request: { sinks: [{ kind: 'query', at: ['0', '0.document'] }] },
          rawRequest: { sinks: [{ kind: 'query', at: ['0'] }] },
        },
      },
    },
  },
  // https://github.com/vpulim/node-soap#soapcreateclienturl-options-callback
  only('soap', ['soap'], { createClient: first, createClientAsync: first }),
  {
    name: 'rss-parser',
    kind: 'clients',
    modules: ['rss-parser'],
    exports: { default: { new: 'Parser' } },
    types: { Parser: { members: { parseURL: first } } },
  },
  only('link-preview-js', ['link-preview-js'], { getLinkPreview: first }),
  only('open-graph-scraper', ['open-graph-scraper'], { default: address('0.url') }),
  only('url-metadata', ['url-metadata'], { default: first }),
  only('jsdom', ['jsdom'], { 'JSDOM.fromURL': first }),
  only('cheerio', ['cheerio'], { fromURL: first }),
  only('download', ['download'], { default: first }),
  // https://hapi.dev/module/wreck/api
  only('wreck', ['@hapi/wreck'], {
    ...Object.fromEntries(['get', 'post', 'put', 'patch', 'delete'].map((verb) => [verb, first])),
    request: address('1'),
  }),
];
