// @complete: no-unbounded-write
import { Elysia } from 'elysia';
import { prisma } from './db.js';

export const app = new Elysia()
  .decorate('prisma', prisma)
  // bad: no-unbounded-write
  .delete('/a', async ({ prisma }) => {
    await prisma.cart.deleteMany();
  });
