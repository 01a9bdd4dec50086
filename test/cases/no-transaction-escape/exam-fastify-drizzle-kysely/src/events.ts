import { db, type Tx } from './db.js';
import { events } from './schema.js';

export async function record(ticketId: string, kind: string, tx: Tx | typeof db = db) {
  await tx.insert(events).values({ ticketId, kind });
}

export const describe = (kind: string) => `event ${kind}`;
