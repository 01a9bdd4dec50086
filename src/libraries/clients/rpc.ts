import type { ExportRow, Library } from '../../model/library.js';

const transport: ExportRow = {
  outgoing: {
    does: 'client',
    url: ['0.baseUrl'],
    options: ['0'],
    limits: ['defaultTimeoutMs'],
    waits: null,
    write: 'defaultTimeoutMs: 10_000',
  },
};

/** Clients of remote procedures: none of them gives up by itself within a minute. */
export const rpc: readonly Library[] = [
  {
    // https://connectrpc.com/docs/node/timeouts
    name: 'connect-rpc',
    kind: 'clients',
    modules: ['@connectrpc/connect-node', '@connectrpc/connect-web'],
    exports: { createConnectTransport: transport, createGrpcTransport: transport, createGrpcWebTransport: transport },
  },
];
