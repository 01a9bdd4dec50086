import { initTRPC } from '@trpc/server';
import type { Db } from './db/client.js';

const t = initTRPC.context<{ db: Db; userId: string }>().create();
export const router = t.router;
export const procedure = t.procedure;
