import fp from 'fastify-plugin';
import type { PrismaClient } from '@prisma/client';
import { prisma } from './db.js';

declare module 'fastify' {
  interface FastifyInstance {
    prisma: PrismaClient;
  }
}

export default fp(async (app) => {
  app.decorate('prisma', prisma);
  app.addHook('onClose', async () => prisma.$disconnect());
});
