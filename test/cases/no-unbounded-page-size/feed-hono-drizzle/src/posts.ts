import { gt } from 'drizzle-orm';

import { db, posts } from './db.js';

export const recentPosts = (input: { cursor?: number; limit: number }) =>
  db
    .select()
    .from(posts)
    .where(gt(posts.id, input.cursor ?? 0))
    .limit(input.limit);
