// @complete: no-unbounded-write
import type { FastifyPluginAsync } from 'fastify';

export const routes: FastifyPluginAsync = async (app) => {
  app.delete('/carts', async () => {
    // bad-cross: no-unbounded-write -- the decorated client
    await app.prisma.cart.deleteMany();
  });

  app.delete('/carts/all', async (request) => {
    // bad-cross: no-unbounded-write
    await request.server.prisma.cart.deleteMany({});
  });

  app.delete<{ Params: { id: string } }>('/carts/:id', async (request) => {
    // ok-cross: no-unbounded-write
    await app.prisma.cart.deleteMany({ where: { ownerId: request.params.id } });
  });
};
