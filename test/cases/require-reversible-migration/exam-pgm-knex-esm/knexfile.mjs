export default { client: 'pg', migrations: { directory: './knex/migrations', loadExtensions: ['.mjs'] } };
