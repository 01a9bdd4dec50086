// @complete: no-reflected-xss
import type { NextApiRequest, NextApiResponse } from 'next';
import { safeCard } from '../../src/card';

export default function handler(req: NextApiRequest, res: NextApiResponse) {
  const { title, cb } = req.query as Record<string, string>;
  if (req.method === 'POST') {
    res.setHeader('Content-Type', 'text/html');
    // bad: no-reflected-xss
    return res.status(200).send(`<b>${req.body.title}</b>`);
  }
  if (cb) {
    res.setHeader('Content-Type', 'text/html');
    // ok-cross: no-reflected-xss -- a hand-written escape that is complete
    return res.send(safeCard({ title, text: cb }));
  }
  // ok: no-reflected-xss
  return res.status(200).json({ title });
}
