import type { ExportRow, Library, MemberRow } from '../../model/library.js';
import { among, becomes, bounds, filter, link, query } from './rows.js';

const client: ExportRow = { returns: 'Client', secrets: ['1'] };
const equal: MemberRow = link({ where: 'equal' });
const from: MemberRow = query('build', { run: 'await', entity: '0', boundLink: 'limit' }, { returns: 'Builder' });

/** https://supabase.com/docs/reference/javascript/select; PostgREST's builder, sent when it is awaited. */
export const supabase: Library = {
  name: 'supabase',
  kind: 'data',
  modules: ['@supabase/supabase-js', '@supabase/ssr', '@supabase/postgrest-js'],
  client: 'Client',
  exports: {
    createClient: client,
    createServerClient: client,
    createBrowserClient: client,
    SupabaseClient: { new: 'Client', construct: { secrets: ['1'] } },
    PostgrestClient: { new: 'Client' },
  },
  types: {
    Client: {
      members: {
        from,
        rpc: query('raw', { run: 'await', entity: '0', boundLink: 'limit' }, { returns: 'Builder' }),
        schema: { returns: 'Client' },
        storage: { type: 'Storage' },
        auth: { type: 'Auth' },
        functions: {},
        channel: {},
      },
    },
    Builder: {
      chain: true,
      members: {
        select: link({ op: 'read-many', flags: { '1.head': 'count' }, selects: '0' }),
        insert: becomes('create'),
        upsert: becomes('upsert'),
        update: becomes('update'),
        delete: becomes('delete'),
        eq: equal,
        in: among,
        match: link({ where: 'columns' }),
        neq: filter,
        gt: filter,
        gte: filter,
        lt: filter,
        lte: filter,
        like: filter,
        ilike: filter,
        is: filter,
        not: filter,
        or: filter,
        filter,
        contains: filter,
        textSearch: filter,
        limit: bounds,
        range: bounds,
        single: becomes('read-one'),
        maybeSingle: becomes('read-one'),
      },
    },
    // A bucket's `from` is no table's.
    Storage: {},
    Auth: {},
  },
};
