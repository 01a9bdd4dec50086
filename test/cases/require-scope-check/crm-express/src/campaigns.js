import { Router } from 'express';
import { prisma } from './db.js';

export const campaigns = Router();

// bad-cross: require-scope-check
campaigns.put('/:id/launch', async (req, res) => {
  await prisma.campaign.update({ where: { id: req.params.id }, data: { launched: true } });
  res.status(204).end();
});
