// @complete: require-auth-on-mutations
import { PrismaClient } from '@prisma/client';
import express from 'express';
import { authenticate } from './authenticate.js';
import { closed } from './closed.js';
import { open } from './open.js';

const prisma = new PrismaClient();
const app = express();
app.use(express.json());
// ok: require-auth-on-mutations
app.post('/auth/register', async (req, res) => {
  res.status(201).json(await prisma.user.create({ data: { email: String(req.body.email) } }));
});
// ok: require-auth-on-mutations
app.get('/pallets', async (req, res) => {
  res.json(await prisma.pallet.findMany({ take: 20 }));
});
app.use('/open', open);
app.use(authenticate);
app.use('/closed', closed);
app.listen(3000);
