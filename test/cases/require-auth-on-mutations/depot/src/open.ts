// @complete: require-auth-on-mutations
import { PrismaClient } from '@prisma/client';
import { Router } from 'express';
import { userOf } from './users.js';

const prisma = new PrismaClient();
export const open = Router();
// bad-cross: require-auth-on-mutations
open.delete('/pallets/:id', async (req, res) => {
  await prisma.pallet.delete({ where: { id: req.params.id } });
  res.sendStatus(204);
});
// ok: require-auth-on-mutations
open.put('/pallets/:id', async (req, res) => {
  const user = await userOf(req.headers.authorization);
  if (!user) return void res.sendStatus(401);
  res.json(await prisma.pallet.update({ where: { id: req.params.id }, data: { owner: user.id } }));
});
// ok: require-auth-on-mutations
open.post('/webhooks/scale', async (req, res) => {
  await prisma.weight.create({ data: { grams: Number(req.body.grams) } });
  res.sendStatus(204);
});
