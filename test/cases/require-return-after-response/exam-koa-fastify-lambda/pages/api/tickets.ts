// @complete: require-return-after-response
import type { NextApiRequest, NextApiResponse } from 'next';
import { Ticket } from '../../src/model';

export default async function handler(req: NextApiRequest, res: NextApiResponse) {
  // bad: require-return-after-response
  // fix: require-return-after-response
  if (req.method !== 'POST') res.status(405).end();
  const ticket = await Ticket.create({ title: req.body.title });
  res.status(201).json(ticket);
}
