// @complete: no-reflected-xss
import Router from '@koa/router';
import { encodeHTML } from 'entities';
import { htmlEscape } from 'escape-goat';
import validator from 'validator';
import { card } from './card.js';

const router = new Router();

router.get('/hello', (ctx) => {
  ctx.type = 'html';
  // bad: no-reflected-xss
  ctx.body = `<h1>${ctx.query.name}</h1>`;
});

router.get('/escaped', (ctx) => {
  ctx.type = 'html';
  const name = String(ctx.query.name);
  if (ctx.query.by === 'validator') {
    // ok: no-reflected-xss
    ctx.body = `<h1>${validator.escape(name)}</h1>`;
  } else if (ctx.query.by === 'entities') {
    // ok: no-reflected-xss
    ctx.body = `<h1>${encodeHTML(name)}</h1>`;
  } else {
    // ok: no-reflected-xss
    ctx.body = `<h1>${htmlEscape(name)}</h1>`;
  }
});

router.get('/json', (ctx) => {
  // ok: no-reflected-xss -- JSON
  ctx.body = { name: ctx.query.name };
});

router.get('/card', (ctx) => {
  ctx.set('Content-Type', 'text/html');
  // bad-cross: no-reflected-xss
  ctx.body = card({ title: 'Card', text: ctx.query.text as string });
});

router.get('/id/:id', (ctx) => {
  const id = Number(ctx.params.id);
  ctx.type = 'text/html';
  // ok: no-reflected-xss -- a number
  ctx.body = `<p>${id}</p>`;
});

export default router;
