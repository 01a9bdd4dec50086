import { Router } from 'express';
import { prisma } from './db.js';

export const documents = Router();

documents.get('/:id', async (req, res) => {
  // bad-cross: require-ownership-check
  const document = await prisma.document.findUniqueOrThrow({ where: { id: req.params.id } });
  res.json(document);
});

documents.get('/', async (req, res) => {
  // ok: require-ownership-check
  res.json(await prisma.document.findMany({ where: { userId: (req as any).user.id }, take: 50 }));
});

documents.delete('/:id', async (req, res) => {
  // ok: require-ownership-check
  await prisma.document.deleteMany({ where: { id: req.params.id, userId: (req as any).user.id } });
  res.status(204).end();
});
