import { db, hits } from './db.js';

export const addHit = (path: string) => db.insert(hits).values({ path });
export async function addHits(paths: string[]) {
  await db.insert(hits).values(paths.map((path) => ({ path })));
}
