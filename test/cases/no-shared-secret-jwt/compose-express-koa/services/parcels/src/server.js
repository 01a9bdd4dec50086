// @complete: no-shared-secret-jwt
const Koa = require('koa');
const koaJwt = require('koa-jwt');
const Router = require('@koa/router');
const { verifyUpgrade } = require('./upgrade');

const app = new Koa();
const router = new Router();

router.get('/parcels', (ctx) => {
  ctx.body = { owner: ctx.state.user.sub, parcels: [] };
});

// bad-cross: no-shared-secret-jwt
app.use(koaJwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'] }));
app.use(router.routes());

const server = app.listen(3000);
server.on('upgrade', (req, socket) => verifyUpgrade(req, socket));
