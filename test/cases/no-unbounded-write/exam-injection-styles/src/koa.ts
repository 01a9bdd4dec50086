// @complete: no-unbounded-write
import Koa from 'koa';
import { knex } from './db.js';

const app = new Koa();
app.context.knex = knex;

app.use(async (ctx) => {
  // known miss: what is put on the application's context
  await ctx.knex('carts').del();
});
