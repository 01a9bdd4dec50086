import type { Library, MemberRow } from '../../model/library.js';
import type { OutgoingRow } from '../../model/rows/outgoing.js';

/** https://node-postgres.com/apis/client: `query(text, values)`, `query({ text, values })`. */
const query: MemberRow = {
  query: { op: 'raw', text: ['0.text', '0'], values: ['0.values', '1'] },
  sql: { text: ['0.text', '0'], values: '1', placeholder: '$n', lists: 'any', option: 'values' },
  returns: 'Result',
};

/** https://node-postgres.com/apis/client: neither a connection nor a statement has a time limit by itself. */
const unlimited: OutgoingRow = {
  does: 'client',
  options: ['0'],
  limits: ['statement_timeout', 'query_timeout'],
  waits: null,
  write: 'connectionTimeoutMillis: 5_000, statement_timeout: 30_000',
  database: true,
};

export const pg: Library = {
  name: 'pg',
  kind: 'data',
  modules: ['pg', 'pg-pool', 'pg/*', '@types/pg'],
  client: 'Pool',
  exports: {
    default: { new: 'Pool', secrets: ['0.password', '0.connectionString'] },
    // https://node-postgres.com/apis/pool#events: an idle client that fails ends the process when nobody listens.
    Pool: {
      new: 'Pool',
      construct: { secrets: ['0.password', '0.connectionString'], outgoing: unlimited, emits: true },
    },
    Client: {
      new: 'Client',
      construct: { secrets: ['0.password', '0.connectionString', '0'], outgoing: unlimited, emits: true },
    },
    'native.Pool': { new: 'Pool' },
    'native.Client': { new: 'Client' },
    PoolClient: { annotation: 'Client' },
    ClientBase: { annotation: 'Client' },
  },
  types: {
    Pool: {
      members: {
        query,
        on: { returns: 'this' },
        once: { returns: 'this' },
        connect: { returns: 'Client', step: 'acquire', callbacks: { '0': { params: [null, 'Client'] } } },
      },
    },
    Client: {
      members: { query, connect: { callbacks: { '0': { params: [null, 'Client'] } } }, release: { step: 'release' } },
    },
    Result: {},
  },
};
