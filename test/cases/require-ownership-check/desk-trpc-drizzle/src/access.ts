import { and, eq } from 'drizzle-orm';
import { TRPCError } from '@trpc/server';
import { db } from './db/index.js';
import { members } from './db/schema.js';

export async function assertMember(projectId: string, userId: string) {
  const [member] = await db.select().from(members).where(and(eq(members.projectId, projectId), eq(members.userId, userId))).limit(1);
  if (!member) throw new TRPCError({ code: 'NOT_FOUND' });
}
