import { Kysely, PostgresDialect } from 'kysely';
import { Model } from 'objection';
import { PrismaClient } from '@prisma/client';
import pg from 'pg';

export interface Tables {
  songs: { id: number; title: string; album_id: number; genre: string };
}
export const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool: new pg.Pool() }) });
export const prisma = new PrismaClient();

export class Album extends Model {
  static tableName = 'albums';
  id!: number;
  title!: string;
}
