import { Hono } from 'hono';
import { bearerAuth } from 'hono/bearer-auth';

const orders = new Hono()
  .get('/', (c) => c.json([]))
  .post('/', async (c) => c.json(await c.req.json(), 201))
  .on(['PUT', 'PATCH'], '/:id', (c) => c.body(null, 204));

const app = new Hono().basePath('/api');
app.get('/health', (c) => c.text('ok'));
app.use('/orders/*', bearerAuth({ token: process.env.TOKEN! }));
app.route('/orders', orders);
app.delete('/carts/:id', async (c) => c.body(null, 204));
export default app;
