// @complete: no-unpaginated-query
import { createPool, sql } from 'slonik';
import { z } from 'zod';

const Site = z.object({ id: z.string(), host: z.string() });
const pool = await createPool(process.env.DATABASE_URL!);

// bad: no-unpaginated-query
export const sites = () => pool.any(sql.type(Site)`SELECT id, host FROM site ORDER BY host`);

// bad: no-unpaginated-query
export const sitesOfPlan = (plan: string) => pool.many(sql.type(Site)`SELECT id, host FROM site WHERE plan = ${plan}`);

// ok: no-unpaginated-query
export const someSites = () => pool.any(sql.type(Site)`SELECT id, host FROM site ORDER BY host LIMIT 50`);

// ok: no-unpaginated-query
export const site = (id: string) => pool.one(sql.type(Site)`SELECT id, host FROM site WHERE id = ${id}`);

// ok: no-unpaginated-query
export const siteOfHost = (host: string) => pool.maybeOne(sql.type(Site)`SELECT id, host FROM site WHERE host = ${host}`);

// ok: no-unpaginated-query
export const count = () => pool.oneFirst(sql.type(z.object({ n: z.number() }))`SELECT count(*) AS n FROM site`);
