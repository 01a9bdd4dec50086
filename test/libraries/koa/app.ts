import Router from '@koa/router';
import Koa, { type Context, type Next } from 'koa';

const requireUser = async (ctx: Context, next: Next) => {
  ctx.assert(ctx.headers.authorization, 401);
  await next();
};

const app = new Koa();
const orders = new Router({ prefix: '/orders' });
orders.use(requireUser);
orders.get('/', async (ctx) => (ctx.body = []));
orders.post('create', '/', requireUser, async (ctx) => (ctx.status = 201));
orders.del('/:id', async (ctx) => (ctx.status = 204));
const api = new Router();
api.use('/api', orders.routes(), orders.allowedMethods());
app.use(api.routes());
app.listen(3000);
