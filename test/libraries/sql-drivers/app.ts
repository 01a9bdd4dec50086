import { createClient as createClickhouse } from '@clickhouse/client';
import { PGlite } from '@electric-sql/pglite';
import { createClient } from '@libsql/client';
import { neon } from '@neondatabase/serverless';
import { sql as vercel } from '@vercel/postgres';
import Database from 'better-sqlite3';
import mssql from 'mssql';
import mysql from 'mysql2/promise';
import { DatabaseSync } from 'node:sqlite';
import postgres from 'postgres';
import { createPool, sql as slonik } from 'slonik';
import sqlite3 from 'sqlite3';

const sql = postgres(process.env.DATABASE_URL!);

export async function withPostgres(name: string) {
  await sql`select * from users where name = ${name} limit 5`;
  await sql`select * from users ${sql`where name = ${name}`}`;
  await sql.unsafe(`select * from users where name = '${name}'`, []);
  for await (const rows of sql`select * from users`.cursor(100)) console.log(rows);
  await sql.begin(async (tx) => {
    await tx`insert into users ${tx({ name })}`;
  });
}

export async function withMysql(ids: number[]) {
  const pool = mysql.createPool({ password: process.env.MYSQL_PASSWORD });
  await pool.query('select * from users where id in (?)', [ids]);
  const connection = await pool.getConnection();
  await connection.beginTransaction();
  await connection.execute('update users set name = ? where id = ?', ['a', 1]);
  await connection.commit();
  connection.release();
}

export async function withMssql(name: string) {
  const pool = await mssql.connect({ password: process.env.MSSQL_PASSWORD });
  await pool.request().input('name', mssql.VarChar, name).query('select top (5) * from users where name = @name');
  await mssql.query`select * from users where name = ${name}`;
  const transaction = pool.transaction();
  await transaction.begin();
  await new mssql.Request(transaction).batch('delete from users');
  await transaction.rollback();
}

const db = new Database('a.db');
const all = db.prepare('select * from users');
export const everybody = () => all.all();
export const anybody = () => all.get();
export const added = (name: string) => db.prepare('insert into users values (?) returning id').get(name);
export const moved = db.transaction(() => db.exec('delete from users'));
export const node = () => new DatabaseSync('b.db').prepare('select * from users where id = ?').all(1);
export const old = (done: () => void) => new sqlite3.Database('c.db').all('select * from users limit 1', [], done);

const http = neon(process.env.NEON_URL!);
export const tagged = (name: string) => http`select * from users where name = ${name}`;
export const asked = (name: string) => http.query('select * from users where name = $1', [name]);

export async function withLibsql() {
  const turso = createClient({ url: 'libsql://x', authToken: process.env.TURSO_TOKEN });
  await turso.execute({ sql: 'select * from users where id = ?', args: [1] });
  const tx = await turso.transaction('write');
  await tx.execute('delete from users where id = 1');
  await tx.commit();
}

export async function withSlonik(id: number) {
  const pool = await createPool(process.env.DATABASE_URL!);
  await pool.any(slonik.unsafe`select * from users where team_id = ${id}`);
  await pool.one(slonik.type(null as never)`select * from users where id = ${id}`);
  await pool.transaction(async (tx) => tx.query(slonik.unsafe`delete from users where id = ${id}`));
}

export async function others(name: string) {
  const clickhouse = createClickhouse({ password: process.env.CLICKHOUSE_PASSWORD });
  await clickhouse.query({ query: `select * from clicks where name = '${name}'` });
  await clickhouse.insert({ table: 'clicks', values: [] });
  await vercel`select * from users where name = ${name}`;
  const lite = new PGlite();
  await lite.query('select * from users where name = $1', [name]);
  await lite.transaction(async (tx) => tx.exec('delete from users'));
}
