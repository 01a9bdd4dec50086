import { Elysia, t } from 'elysia';

const orders = new Elysia({ prefix: '/orders' })
  .onBeforeHandle(({ headers, status }) => (headers.authorization ? undefined : status(401)))
  .get('/', () => [])
  .post('/', ({ body }) => body, { body: t.Object({ sku: t.String() }) })
  .delete('/:id', ({ params }) => params.id);

new Elysia()
  .get('/health', 'ok')
  .group('/v1', (app) => app.use(orders).patch('/cart', ({ body }) => body))
  .listen(3000);
