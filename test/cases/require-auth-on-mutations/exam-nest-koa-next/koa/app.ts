// @complete: require-auth-on-mutations
import Koa from 'koa';
import Router from '@koa/router';
import jwt from 'koa-jwt';
import { Tag } from '../lib/model';

const app = new Koa();
const open = new Router();
// bad: require-auth-on-mutations
open.post('/tags', async (ctx) => {
  ctx.body = await Tag.create({ name: ctx.query.name });
});
// ok: require-auth-on-mutations -- signing in needs no session
open.post('/login', async (ctx) => {
  ctx.body = { ok: true };
});
app.use(open.routes());
app.use(jwt({ secret: process.env.JWT_SECRET! }));
const closed = new Router();
// ok: require-auth-on-mutations -- behind koa-jwt
closed.delete('/tags/:id', async (ctx) => {
  await Tag.destroy({ where: { id: ctx.params.id } });
  ctx.status = 204;
});
app.use(closed.routes());
export { app };
