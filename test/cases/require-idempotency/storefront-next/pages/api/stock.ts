// @complete: require-idempotency
import type { NextApiRequest, NextApiResponse } from 'next';
import { db, orders } from '../../lib/db';

// ok-cross: require-idempotency -- reads
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'GET') return res.status(405).end();
  return res.json(await db.select().from(orders).limit(20));
}
