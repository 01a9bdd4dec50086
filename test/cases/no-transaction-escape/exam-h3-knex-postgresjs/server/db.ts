import knexFactory, { type Knex } from 'knex';
import { MongoClient } from 'mongodb';
import mysql from 'mysql2/promise';
import postgres from 'postgres';

export const knex = knexFactory({ client: 'pg' });
export const sql = postgres(process.env.DATABASE_URL!);
export const mongo = new MongoClient(process.env.MONGO_URL!);
export const pool = mysql.createPool({ uri: process.env.MYSQL_URL });
export type Trx = Knex.Transaction;
