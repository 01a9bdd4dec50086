// @complete: no-sql-concat
import { createPool, sql } from 'slonik';
import { z } from 'zod';

const Match = z.object({ id: z.number(), mode: z.string() });
const pool = await createPool(process.env.DATABASE_URL!);

export async function ofMode(mode: string, sort: string) {
  // ok: no-sql-concat -- slonik's tags bind, identifier quotes, even under the name unsafe
  return pool.any(sql.type(Match)`SELECT id, mode FROM match WHERE mode = ${mode} ORDER BY ${sql.identifier([sort])} LIMIT 50`);
}

export async function remove(id: number) {
  // ok: no-sql-concat
  return pool.query(sql.unsafe`DELETE FROM match WHERE id = ${id}`);
}

export async function filtered(modes: string[]) {
  const condition = modes.length ? sql.fragment`mode = ANY(${sql.array(modes, 'text')})` : sql.fragment`TRUE`;
  // ok: no-sql-concat
  return pool.any(sql.type(Match)`SELECT id, mode FROM match WHERE ${condition} LIMIT 50`);
}
