/**
 * The fixes of no-sql-concat mean the same: each query runs before and after its fix on a real database. Harmless input
 * gives the same rows; hostile input, which gave other people's rows before, gives none after.
 */
import 'reflect-metadata';
import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { drizzle } from 'drizzle-orm/node-postgres';
import knexFactory, { type Knex } from 'knex';
import pg from 'pg';
import postgres from 'postgres';
import { Sequelize } from 'sequelize';
import { DataSource, EntitySchema } from 'typeorm';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check, find, rowsOf, SCHEMA, type Find, type Snippet } from './check.js';
import { cleanUp, fixed, load } from './apply.js';

let database: PGlite;
let server: PGLiteSocketServer;
let pool: pg.Pool;
let knex: Knex;
let sql: postgres.Sql;
let sequelize: Sequelize;
let source: DataSource;

const User = new EntitySchema<{ id: number; name: string; email: string }>({
  name: 'User',
  tableName: 'users',
  columns: { id: { type: Number, primary: true }, name: { type: String }, email: { type: String } },
});

beforeAll(async () => {
  database = await PGlite.create();
  await database.exec(SCHEMA);
  server = new PGLiteSocketServer({ db: database, port: 0, host: '127.0.0.1', maxConnections: 20 });
  await server.start();
  const port = Number(/:(\d+)$/.exec(server.getServerConn())?.[1]);
  const connection = {
    host: '127.0.0.1',
    port,
    user: 'postgres',
    password: 'postgres',
    database: 'postgres',
    ssl: false,
  };
  pool = new pg.Pool({ ...connection, max: 1 });
  knex = knexFactory({ client: 'pg', connection, pool: { min: 0, max: 1 } });
  sql = postgres({ ...connection, username: 'postgres', max: 1, onnotice: () => undefined });
  sequelize = new Sequelize('postgres', 'postgres', 'postgres', {
    dialect: 'postgres',
    host: connection.host,
    port,
    logging: false,
    pool: { max: 1 },
  });
  source = new DataSource({
    type: 'postgres',
    ...connection,
    username: 'postgres',
    entities: [User],
    installExtensions: false,
    extra: { max: 1 },
  });
  await source.initialize();
}, 60_000);

afterAll(async () => {
  await Promise.allSettled([pool?.end(), knex?.destroy(), sql?.end(), sequelize?.close(), source?.destroy()]);
  await server?.stop();
  await database?.close();
  cleanUp();
});

describe('pg', () => {
  const head = "const { Pool } = require('pg');\nconst pool = new Pool();";
  // The pool of the snippet is the test's own.
  const modules = (): Record<string, unknown> => ({ pg: { Pool: function OnePool() { return pool; } } }); // prettier-ignore
  const snippets: Record<string, Snippet> = {
    'a template': {
      code: find(head, "pool.query(`SELECT id, name FROM users WHERE name = '${value}'`)"),
      after: "pool.query('SELECT id, name FROM users WHERE name = $1', [value])",
      harmless: 'Ada',
    },
    'a concatenation over lines': {
      code: find(head, 'pool.query(\n  "SELECT id FROM users " +\n    "WHERE name = \'" + value + "\' ORDER BY id"\n)'),
      after: "'WHERE name = $1 ORDER BY id', [value]",
      harmless: 'Ada',
      hostile: "' OR 1=1 OR name = '",
    },
    LIKE: {
      code: find(head, "pool.query(`SELECT id FROM users WHERE email LIKE '%${value}%'`)"),
      after: "pool.query('SELECT id FROM users WHERE email LIKE $1', [`%${value}%`])",
      harmless: 'ada@',
      hostile: "' OR 1=1 --",
    },
    'a list': {
      code: find(head, "pool.query(`SELECT id FROM users WHERE id IN (${value.join(',')})`)"),
      after: "pool.query('SELECT id FROM users WHERE id = ANY($1)', [value])",
      harmless: ['1'],
      hostile: ['0) OR (1=1'],
    },
    'a number without quotes': {
      code: find(head, 'pool.query(`SELECT id FROM users WHERE id = ${value}`)'),
      after: "pool.query('SELECT id FROM users WHERE id = $1', [value])",
      harmless: '2',
      hostile: '0 OR 1=1',
    },
    LIMIT: {
      code: find(head, 'pool.query(`SELECT id FROM users ORDER BY id LIMIT ${value}`)'),
      after: "pool.query('SELECT id FROM users ORDER BY id LIMIT $1', [value])",
      harmless: '1',
      hostile: '1000 OFFSET 0',
    },
    'values that are bound already': {
      code: find(head, "pool.query(`SELECT id FROM users WHERE name = '${value}' AND age > $1`, [1])"),
      after: "pool.query('SELECT id FROM users WHERE name = $2 AND age > $1', [1, value])",
      harmless: 'Bob',
      hostile: "' OR age > $1 --",
    },
    'text and values in an object': {
      code: find(head, "pool.query({ text: `SELECT id FROM users WHERE name = '${value}'` })"),
      after: "text: 'SELECT id FROM users WHERE name = $1'",
      harmless: 'Ada',
    },
    'a text in a variable': {
      code: `${head}\nmodule.exports.find = (value) => {\n  const text = "SELECT id FROM users WHERE name = '" + value + "'";\n  return pool.query(text);\n};\n`,
      after: "const text = 'SELECT id FROM users WHERE name = $1';\n  return pool.query(text, [value]);",
      harmless: 'Ada',
    },
    'a cast': {
      code: find(head, "pool.query(`SELECT id FROM users WHERE age = '${value}'::int`)"),
      after: "pool.query('SELECT id FROM users WHERE age = $1::int', [value])",
      harmless: '36',
      hostile: "0'::int OR 1=1 --",
    },
  };
  test.each(Object.entries(snippets))('%s', async (_, snippet) => check(snippet, ['pg'], modules()));

  test('a name with a quote, which broke the query before, is found after', async () => {
    const { find: safe } = load<{ find: Find }>(fixed(snippets['a template']!.code, ['pg']), modules());
    expect(rowsOf(await safe("O'Brien"))).toEqual([{ id: 3, name: "O'Brien" }]);
  });

  test('a second statement destroys the table before, and is a value after', async () => {
    const drop = "'; DROP TABLE victims; --";
    const code = find(head, "pool.query(`SELECT id FROM victims WHERE name = '${value}'`)");
    const { find: safe } = load<{ find: Find }>(fixed(code, ['pg']), modules());
    await pool.query('CREATE TABLE victims (id int, name text)');
    await safe(drop);
    expect((await pool.query<{ t: string | null }>("SELECT to_regclass('victims') AS t")).rows[0]!.t).toBe('victims');
    await load<{ find: Find }>(code, modules()).find(drop);
    expect((await pool.query<{ t: string | null }>("SELECT to_regclass('victims') AS t")).rows[0]!.t).toBe(null);
  });
});

describe('Knex', () => {
  const head = "const Knex = require('knex');\nconst db = Knex({ client: 'pg' });";
  const modules = (): Record<string, unknown> => ({ knex: () => knex });
  const snippets: Record<string, Snippet> = {
    raw: {
      code: find(head, "db.raw(`select id from users where name = '${value}'`)"),
      after: "db.raw('select id from users where name = ?', [value])",
      harmless: 'Ada',
    },
    whereRaw: {
      code: find(head, "db('users').select('id').whereRaw(`email like '%${value}%'`)"),
      after: "whereRaw('email like ?', [`%${value}%`])",
      harmless: 'ada@',
    },
    'a value before one that is bound': {
      code: find(head, "db.raw(`select id from users where name = '${value}' and age > ?`, [1])"),
      after: "db.raw('select id from users where name = ? and age > ?', [value, 1])",
      harmless: 'Bob',
      hostile: "' or age > 1 or name = '",
    },
  };
  test.each(Object.entries(snippets))('%s', async (_, snippet) => check(snippet, ['knex', 'pg'], modules()));
});

describe('Drizzle', () => {
  const head =
    "const { drizzle } = require('drizzle-orm/node-postgres');\nconst { sql } = require('drizzle-orm');\nconst db = drizzle();";
  const modules = (): Record<string, unknown> => ({ 'drizzle-orm/node-postgres': { drizzle: () => drizzle(pool) } });
  const snippets: Record<string, Snippet> = {
    'sql.raw as a whole query': {
      code: find(head, "db.execute(sql.raw(`select id from users where name = '${value}'`))"),
      after: 'db.execute(sql`select id from users where name = ${value}`)',
      harmless: 'Ada',
    },
    'sql.raw inside the tag': {
      code: find(head, "db.execute(sql`select id from users where name = ${sql.raw(`'${value}'`)}`)"),
      after: 'db.execute(sql`select id from users where name = ${value}`)',
      harmless: 'Ada',
    },
  };
  test.each(Object.entries(snippets))('%s', async (_, snippet) => check(snippet, ['drizzle-orm', 'pg'], modules()));
});

describe('postgres.js', () => {
  const head = "const postgres = require('postgres');\nconst sql = postgres();";
  const modules = (): Record<string, unknown> => ({ postgres: () => sql });
  const snippets: Record<string, Snippet> = {
    unsafe: {
      code: find(head, "sql.unsafe(`select id from users where name = '${value}'`)"),
      after: 'sql`select id from users where name = ${value}`',
      harmless: 'Ada',
    },
    'unsafe with values': {
      code: find(head, "sql.unsafe(`select id from users where name = '${value}' and age > $1`, [1])"),
      after: "sql.unsafe('select id from users where name = $2 and age > $1', [1, value])",
      harmless: 'Bob',
      hostile: "' or age > $1 --",
    },
    'a list': {
      code: find(head, "sql.unsafe(`select id from users where id in (${value.join(', ')})`)"),
      after: 'sql`select id from users where id = ANY(${value})`',
      harmless: [1],
      hostile: ['0) or (1=1'],
    },
  };
  test.each(Object.entries(snippets))('%s', async (_, snippet) => check(snippet, ['postgres'], modules()));
});

describe('Sequelize', () => {
  const head = "const { Sequelize, QueryTypes } = require('sequelize');\nconst db = new Sequelize();";
  const modules = (): Record<string, unknown> => ({
    sequelize: { QueryTypes: { SELECT: 'SELECT' }, Sequelize: function OneSequelize() { return sequelize; } }, // prettier-ignore
  });
  const snippets: Record<string, Snippet> = {
    query: {
      code: find(head, "db.query(`SELECT id FROM users WHERE name = '${value}'`, { type: QueryTypes.SELECT })"),
      after:
        "db.query('SELECT id FROM users WHERE name = :value', { replacements: { value }, type: QueryTypes.SELECT })",
      harmless: 'Ada',
    },
    'a list': {
      code: find(
        head,
        "db.query(`SELECT id FROM users WHERE name IN ('${value.join(\"','\")}')`, { type: QueryTypes.SELECT })",
      ),
      after: 'IN (:value)',
      harmless: ['Ada'],
      hostile: ["') OR 1=1 --"],
    },
  };
  test.each(Object.entries(snippets))('%s', async (_, snippet) => check(snippet, ['sequelize', 'pg'], modules()));
});

describe('TypeORM', () => {
  const head =
    "const { DataSource } = require('typeorm');\nconst db = new DataSource({});\nconst users = db.getRepository('User');";
  const modules = (): Record<string, unknown> => ({ typeorm: { DataSource: function OneSource() { return source; } } }); // prettier-ignore
  const snippets: Record<string, Snippet> = {
    query: {
      code: find(head, "db.query(`SELECT id FROM users WHERE name = '${value}'`)"),
      after: "db.query('SELECT id FROM users WHERE name = $1', [value])",
      harmless: 'Ada',
    },
    where: {
      code: find(head, 'users.createQueryBuilder(\'u\').where("u.name = \'" + value + "\'").getMany()'),
      after: ".where('u.name = :value', { value })",
      harmless: 'Ada',
    },
    'where with a list': {
      code: find(head, "users.createQueryBuilder('u').where(`u.name IN ('${value.join(\"','\")}')`).getMany()"),
      after: ".where('u.name IN (:...value)', { value })",
      harmless: ['Ada'],
      hostile: ["') OR 1=1 --"],
    },
  };
  test.each(Object.entries(snippets))('%s', async (_, snippet) => check(snippet, ['typeorm', 'pg'], modules()));
});
