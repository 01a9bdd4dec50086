import Fastify, { type FastifyInstance } from 'fastify';

const authenticate = async (request: { headers: { authorization?: string } }) => {
  if (!request.headers.authorization) throw new Error('401');
};

const app = Fastify({ logger: true });
app.get('/health', async () => ({ ok: true }));
app.register(
  async (orders: FastifyInstance) => {
    orders.addHook('preHandler', authenticate);
    orders.get('/', async () => []);
    orders.post('/', { schema: { body: { type: 'object' } } }, async (request, reply) =>
      reply.code(201).send(request.body),
    );
    orders.route({
      method: ['PUT', 'PATCH'],
      url: '/:id',
      preHandler: [authenticate],
      handler: async (request) => request.params,
    });
  },
  { prefix: '/orders' },
);
await app.listen({ port: 3000 });
