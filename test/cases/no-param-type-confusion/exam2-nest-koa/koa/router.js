// @complete: no-param-type-confusion
'use strict';

const Router = require('@koa/router');
const router = new Router();

router.get('/search', (ctx) => {
  const term = ctx.query.term;
  // bad: no-param-type-confusion
  if (term.includes('<script')) ctx.throw(400);
  ctx.body = term;
});

router.post('/search', (ctx) => {
  const { term } = ctx.request.body;
  if (Array.isArray(term) || typeof term === 'object') ctx.throw(400);
  // ok: no-param-type-confusion
  if (term.length > 50) ctx.throw(400);
  ctx.body = term;
});

router.get('/first', (ctx) => {
  const term = [].concat(ctx.query.term)[0];
  // ok: no-param-type-confusion -- the first of a list
  if (`${term}`.length > 50) ctx.throw(400);
  ctx.body = term;
});

module.exports = router;
