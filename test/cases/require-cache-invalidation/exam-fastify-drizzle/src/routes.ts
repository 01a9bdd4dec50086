// @complete: require-cache-invalidation
import type { FastifyInstance } from 'fastify';
import { eq } from 'drizzle-orm';
import { dropProduct } from './cache.js';
import { db, orders, products } from './db.js';
import { getProduct, rename } from './products.js';

export async function routes(app: FastifyInstance) {
  app.get<{ Params: { id: string } }>('/products/:id', async (request) => getProduct(request.params.id));

  app.patch<{ Params: { id: string }; Body: { name: string } }>('/products/:id', async (request, reply) => {
    await rename(request.params.id, request.body.name);
    return reply.code(204).send();
  });

  app.put<{ Params: { id: string }; Body: { price: number } }>('/products/:id/price', async (request, reply) => {
    const { id } = request.params;
    // bad-cross: require-cache-invalidation -- the others drop product:<id>
    await db.update(products).set({ price: request.body.price }).where(eq(products.id, id));
    return reply.code(204).send();
  });

  app.put<{ Params: { id: string }; Body: { name: string } }>('/products/:id/name', async (request, reply) => {
    const { id } = request.params;
    // ok-cross: require-cache-invalidation
    await db.update(products).set({ name: request.body.name }).where(eq(products.id, id));
    await dropProduct(id);
    return reply.code(204).send();
  });

  app.post<{ Body: { productId: string } }>('/orders', async (request, reply) => {
    // ok: require-cache-invalidation -- nobody caches orders
    await db.insert(orders).values({ productId: request.body.productId });
    return reply.code(201).send();
  });
}
