import { Router } from 'express';
import { prisma } from './db.js';

export const me = Router();

// ok: require-scope-check
me.patch('/', async (req, res) => {
  res.json(await prisma.user.update({ where: { id: req.user.sub }, data: { name: req.body.name } }));
});
