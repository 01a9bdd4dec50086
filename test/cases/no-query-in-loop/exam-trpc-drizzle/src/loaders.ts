// @complete: no-query-in-loop
import DataLoader from 'dataloader';
import { inArray } from 'drizzle-orm';
import { db } from './db/client.js';
import { projects } from './db/schema.js';
import { tasksOf } from './repositories/tasks.repository.js';

export const projectLoader = new DataLoader(async (ids: readonly string[]) => {
  const rows = await db.select().from(projects).where(inArray(projects.id, [...ids])).limit(ids.length);
  const byId = new Map(rows.map((row) => [row.id, row]));
  // ok: no-query-in-loop
  return ids.map((id) => byId.get(id) ?? null);
});

export const taskLoader = new DataLoader(async (projectIds: readonly string[]) => {
  // bad-cross: no-query-in-loop -- a loader that asks once a key is no loader
  return Promise.all(projectIds.map((id) => tasksOf(id)));
});

export async function titles(projectIds: string[]) {
  // ok: no-query-in-loop -- the loader batches them
  return Promise.all(projectIds.map((id) => projectLoader.load(id)));
}
