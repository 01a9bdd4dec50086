// @complete: require-rate-limit
import Router from '@koa/router';
import Koa from 'koa';
import limit from 'koa-ratelimit';

const teller = new Koa();
const open = new Router({ prefix: '/auth' });
// bad: require-rate-limit
open.post('/token', (ctx) => {
  ctx.status = 201;
});
const closed = new Router({ prefix: '/staff' });
// ok: require-rate-limit
closed.post('/login', (ctx) => {
  ctx.status = 201;
});
teller.use(open.routes());
teller.use(limit({ driver: 'memory', db: new Map(), max: 10 }));
teller.use(closed.routes());
teller.listen(3001);
