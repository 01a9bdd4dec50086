// @complete: no-param-type-confusion
import type { NextApiRequest, NextApiResponse } from 'next';
import { z } from 'zod';
import { first, isText } from '../../lib/text';

const Query = z.object({ sort: z.string().max(20) });

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  const q = req.query.q as string;
  // bad: no-param-type-confusion
  if (q.length > 100) return res.status(400).end();
  const path = req.query.path as string;
  // bad: no-param-type-confusion
  if (path.includes('..')) return res.status(400).end();
  const name = req.query.name;
  // ok: no-param-type-confusion
  if (typeof name === 'string' && name.length > 10) return res.status(400).end();
  const title = first(req.query.title);
  // ok-cross: no-param-type-confusion
  if (title.length > 10) return res.status(400).end();
  const { sort } = Query.parse(req.query);
  // ok: no-param-type-confusion
  if (sort.indexOf('-') === 0) return res.status(400).end();
  const { role } = req.body;
  // bad: no-param-type-confusion
  if (role === 'admin') return res.status(403).end();
  const { kind } = req.body;
  // ok-cross: no-param-type-confusion
  if (!isText(kind) || kind.indexOf('x') > 3) return res.status(400).end();
  return res.json({ q, path });
}
