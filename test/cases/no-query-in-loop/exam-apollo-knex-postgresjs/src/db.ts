import knexFactory from 'knex';
import { Model } from 'objection';
import postgres from 'postgres';

export const knex = knexFactory({ client: 'pg', connection: process.env.DATABASE_URL });
export const sql = postgres(process.env.DATABASE_URL!);

export class Track extends Model {
  static tableName = 'tracks';
  id!: number;
  albumId!: number;
}
Model.knex(knex);
