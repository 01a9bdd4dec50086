// @complete: middleware-order
const Koa = require('koa');
const Router = require('@koa/router');
const bodyParser = require('koa-bodyparser');
const ratelimit = require('koa-ratelimit');

const router = new Router();
router.post('/notes', (ctx) => {
  ctx.body = { title: ctx.request.body.title };
});

const app = new Koa();
app.use(router.routes());
// bad: middleware-order -- the route has read its body already
app.use(bodyParser());

const good = new Koa();
good.use(ratelimit({ driver: 'memory', db: new Map(), duration: 60000, max: 100 }));
// ok: middleware-order
good.use(bodyParser());
good.use(router.routes());
module.exports = { app, good };
