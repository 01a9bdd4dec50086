// @complete: require-auth-on-mutations
import { PrismaClient } from '@prisma/client';
import { Router } from 'express';

const prisma = new PrismaClient();
export const closed = Router();
// ok-cross: require-auth-on-mutations
closed.delete('/pallets/:id', async (req, res) => {
  await prisma.pallet.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
