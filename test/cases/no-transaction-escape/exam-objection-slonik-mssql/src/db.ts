import Database from 'better-sqlite3';
import knexFactory from 'knex';
import { Model } from 'objection';
import { createPool } from 'slonik';

export const knex = knexFactory({ client: 'pg' });
Model.knex(knex);
export class Pet extends Model {
  static tableName = 'pets';
  id!: number;
  name!: string;
}
export class Visit extends Model {
  static tableName = 'visits';
  petId!: number;
}
export const pool = await createPool(process.env.DATABASE_URL!);
export const sqlite = new Database('a.db');
