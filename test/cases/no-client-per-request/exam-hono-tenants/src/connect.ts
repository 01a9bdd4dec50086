// @complete: no-client-per-request
import knexFactory from 'knex';

// bad-cross: no-client-per-request -- a handler calls it, without a lookup
export const connect = (tenant: string) => knexFactory({ client: 'pg', connection: { database: tenant } });
