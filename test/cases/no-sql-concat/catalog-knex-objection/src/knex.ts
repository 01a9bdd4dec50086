import knexFactory from 'knex';
import { Model } from 'objection';

export const knex = knexFactory({ client: 'pg', connection: process.env.DATABASE_URL });
Model.knex(knex);

export class Item extends Model {
  static override tableName = 'items';
  id!: number;
  name!: string;
}
