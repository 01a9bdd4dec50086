// @complete: require-scope-check
import { Router } from 'express';
import { requireScope } from './auth.js';
import { prisma } from './db.js';

export const leads = Router();

// ok: require-scope-check
leads.post('/', requireScope('leads:write'), async (req, res) => {
  res.status(201).json(await prisma.lead.create({ data: { name: req.body.name } }));
});

// bad-cross: require-scope-check
leads.delete('/:id', async (req, res) => {
  await prisma.lead.delete({ where: { id: req.params.id } });
  res.status(204).end();
});

// ok: require-scope-check
leads.post('/search', async (req, res) => {
  res.json(await prisma.lead.findMany({ where: { name: req.body.name }, take: 20 }));
});

// ok: require-scope-check
leads.delete('/:id/star', async (req, res) => {
  await prisma.star.deleteMany({ where: { leadId: req.params.id, userId: req.user.sub } });
  res.status(204).end();
});
