// @complete: require-jwt-algorithms
'use strict';

const Koa = require('koa');
const Router = require('@koa/router');
const koaJwt = require('koa-jwt');
const { koaJwtSecret } = require('jwks-rsa');
const config = require('./config');
const tokens = require('./services/tokens');

const app = new Koa();
const router = new Router();

router.post('/introspect', async (ctx) => {
  ctx.body = tokens.readPinned(ctx.get('authorization').slice(7));
});

// bad: require-jwt-algorithms
app.use(koaJwt({ secret: config.jwt.publicKey }).unless({ path: [/^\/public/] }));

// ok: require-jwt-algorithms
app.use(koaJwt({ secret: koaJwtSecret({ jwksUri: 'https://id.orders.example/.well-known/jwks.json', cache: true }), algorithms: ['RS256'] }));

app.use(router.routes());
app.listen(process.env.PORT || 3000);
