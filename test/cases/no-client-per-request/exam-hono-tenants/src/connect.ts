import knexFactory from 'knex';

export const connect = (tenant: string) => knexFactory({ client: 'pg', connection: { database: tenant } });
