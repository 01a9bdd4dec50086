// @complete: require-query-index
import { Hono } from 'hono';
import { and, asc, eq, like } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import { PrismaClient } from '@prisma/client';
import { stops } from './schema.js';

const db = drizzle('stops.db');
const prisma = new PrismaClient();
export const app = new Hono();

app.get('/stops', async (c) => {
  // bad-cross: require-query-index
  const named = await db.select().from(stops).where(eq(stops.name, c.req.query('name')!)).limit(20);
  // ok-cross: require-query-index
  const coded = await db.select().from(stops).where(eq(stops.code, c.req.query('code')!)).limit(1);
  // ok-cross: require-query-index
  const zoned = await db.select().from(stops).where(and(eq(stops.zone, 'a'), like(stops.name, 'b%'))).limit(20);
  // bad-cross: require-query-index
  const sorted = await db.select().from(stops).orderBy(asc(stops.name)).limit(20);
  // ok-cross: require-query-index
  const byId = await db.select().from(stops).orderBy(asc(stops.id)).limit(20);
  return c.json({ named, coded, zoned, sorted, byId });
});

app.get('/parcels', async (c) => {
  // bad-cross: require-query-index
  const inCity = await prisma.parcel.findMany({ where: { city: c.req.query('city') }, take: 20 });
  // bad-cross: require-query-index
  const newest = await prisma.parcel.findMany({ orderBy: { createdAt: 'desc' }, take: 20 });
  // ok-cross: require-query-index
  const open = await prisma.parcel.findMany({ where: { status: 'open' }, orderBy: { createdAt: 'desc' }, take: 20 });
  // ok-cross: require-query-index
  const one = await prisma.parcel.findUnique({ where: { code: c.req.query('code')! } });
  // ok-cross: require-query-index -- a count
  const n = await prisma.parcel.count({ where: { city: 'x' } });
  // ok-cross: require-query-index -- status narrows it
  const heavy = await prisma.parcel.findMany({ where: { status: 'open', weight: { gt: 10 } }, take: 20 });
  return c.json({ inCity, newest, open, one, n, heavy });
});
