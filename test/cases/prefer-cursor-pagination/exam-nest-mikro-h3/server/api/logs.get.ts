// @complete: prefer-cursor-pagination
import { defineEventHandler, getQuery } from 'h3';
import { MongoClient } from 'mongodb';
import { db } from '../db';

const logs = new MongoClient(process.env.MONGO_URL!).db().collection('logs');

export default defineEventHandler(async (event) => {
  const { page } = getQuery<{ page: string }>(event);
  // bad: prefer-cursor-pagination
  const rows = await logs.find({ level: 'error' }).skip(Number(page) * 50).limit(50).toArray();
  // bad: prefer-cursor-pagination
  const more = await db.selectFrom('logs').select('id').orderBy('id').offset(Number(page) * 50).limit(50).execute();
  // ok: prefer-cursor-pagination
  const newest = await db.selectFrom('logs').select('id').orderBy('id', 'desc').limit(50).execute();
  return { rows, more, newest };
});
