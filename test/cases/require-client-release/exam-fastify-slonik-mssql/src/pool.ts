import { MongoClient } from 'mongodb';
import mysql from 'mysql2/promise';
import pg from 'pg';
import { DataSource } from 'typeorm';

export const pool = new pg.Pool();
export const my = mysql.createPool({ uri: process.env.MYSQL_URL });
export const mongo = new MongoClient(process.env.MONGO_URL!);
export const source = new DataSource({ type: 'postgres' });

export async function withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}
