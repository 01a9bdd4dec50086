// @complete: no-hardcoded-secrets
const Koa = require('koa');
const session = require('koa-session');
const jwt = require('koa-jwt');
const Router = require('@koa/router');
const { LINE_A } = require('./lines');

const app = new Koa();

// bad: no-hardcoded-secrets -- Koa signs its cookies with these
// fix: no-hardcoded-secrets
app.keys = ['Ferry-Clover-Slate-8'];

// ok: no-hardcoded-secrets -- the cookie's name and lifetime
app.use(session({ key: 'accounts.sess', maxAge: 86_400_000, httpOnly: true, secure: true, sameSite: 'lax' }, app));

const router = new Router();

// bad: no-hardcoded-secrets
// fix: no-hardcoded-secrets
router.use('/v1', jwt({ secret: 'Onyx-Ferret-Parade', algorithms: ['HS256'] }));

// bad-cross: no-hardcoded-secrets
router.use('/v2', jwt({ secret: LINE_A, algorithms: ['HS256'], cookie: 'token' }));

// ok: no-hardcoded-secrets
router.use('/v3', jwt({ secret: process.env.JWT_SECRET, algorithms: ['HS256'], tokenKey: 'raw_token', key: 'user' }));

app.use(router.routes());
app.listen(process.env.PORT || 3000);
