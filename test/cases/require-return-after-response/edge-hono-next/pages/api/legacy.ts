// @complete: require-return-after-response
import type { NextApiRequest, NextApiResponse } from 'next';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  if (req.method !== 'POST') {
    // bad: require-return-after-response
    // fix: require-return-after-response
    res.status(405).json({ error: 'method' });
  }
  if (!req.body) {
    // ok: require-return-after-response
    return res.status(400).end();
  }
  res.status(200).json({ ok: true });
}
