// @complete: require-input-validation
import type { NextApiRequest, NextApiResponse } from 'next';
import { PrismaClient } from '@prisma/client';

const prisma = new PrismaClient();

export default async function handle(req: NextApiRequest, res: NextApiResponse) {
  if (req.method === 'POST') {
    // bad: require-input-validation
    const { teamId, label } = req.query as { teamId: string; label: string };
    await prisma.label.create({ data: { teamId, label } });
    return res.status(201).end();
  }
}
