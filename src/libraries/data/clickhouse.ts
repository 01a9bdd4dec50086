import type { Library, MemberRow } from '../../model/library.js';
import { query, statement } from './rows.js';

/** Values are bound as `{name:Type}`, so no placeholder can be made without the column's type. */
const text: MemberRow = statement(['0.query'], ['0.query_params'], { placeholder: null, option: 'query_params' });

/** https://clickhouse.com/docs/integrations/javascript */
export const clickhouse: Library = {
  name: 'clickhouse',
  kind: 'data',
  modules: ['@clickhouse/client', '@clickhouse/client-web'],
  client: 'Client',
  exports: {
    createClient: { returns: 'Client', secrets: ['0.password', '0.url', '0.access_token'] },
    ClickHouseClient: { annotation: 'Client' },
    NodeClickHouseClient: { annotation: 'Client' },
  },
  types: {
    Client: {
      members: {
        query: text,
        command: text,
        exec: text,
        insert: query('create', { entity: '0.table' }),
        ping: {},
        close: {},
      },
    },
  },
};
