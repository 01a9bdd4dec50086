// @complete: require-input-validation
import type { NextApiRequest, NextApiResponse } from 'next';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export default async function handle(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'POST') {
    // ok: require-input-validation
    const { teamId } = req.query as { teamId: string };
    // bad: require-input-validation
    const { text } = req.body as { text: string };
    await prisma.note.create({ data: { teamId, text } });
    return res.status(201).end();
  }
}
