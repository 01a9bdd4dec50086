// @complete: require-idempotency
import type { NextApiRequest, NextApiResponse } from 'next';
import { db, orders } from '../../lib/db';

// bad-cross: require-idempotency
export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') return res.status(405).end();
  const [row] = await db.insert(orders).values({ sku: req.body.sku, cents: 0 }).returning();
  return res.status(201).json(row);
}
