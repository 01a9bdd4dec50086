// @complete: no-query-in-loop
import { eq, inArray, asc } from 'drizzle-orm';
import { db } from '../db/client.js';
import { tasks, members } from '../db/schema.js';

export async function tasksOf(projectId: string) {
  return db.select().from(tasks).where(eq(tasks.projectId, projectId)).orderBy(asc(tasks.position)).limit(200);
}

export async function tasksOfAll(projectIds: string[]) {
  const rows = await db.select().from(tasks).where(inArray(tasks.projectId, projectIds)).limit(5000);
  return Map.groupBy(rows, (row) => row.projectId);
}

export class MemberRepository {
  constructor(private readonly database = db) {}

  async countOf(projectId: string) {
    return this.database.$count(members, eq(members.projectId, projectId));
  }

  labelOf(userId: string) {
    return `member:${userId}`;
  }
}
