// @complete: no-error-details-in-response
import type { NextApiRequest, NextApiResponse } from 'next';
import { db } from '../../server/db';
import { projects } from '../../server/schema';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  try {
    res.json(await db.select().from(projects).limit(5));
  } catch (e) {
    const { message, stack } = e as Error;
    // bad: no-error-details-in-response
    res.status(500).json({ error: message, stack });
  }
}
