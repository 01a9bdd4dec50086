// @complete: no-template-injection
import { Elysia, t } from 'elysia';
import ejs from 'ejs';
import Mustache from 'mustache';
import nunjucks from 'nunjucks';
import pug from 'pug';
import { renderGreeting, renderSource } from './render.js';

const LAYOUTS: Record<string, string> = { plain: 'p= name', rich: 'h1= name' };

export const app = new Elysia()
  .post('/greeting', ({ body }) => {
    const { name, template } = body as { name: string; template: string };
    // bad-cross: no-template-injection
    const custom = renderSource(template, { name });
    // ok-cross: no-template-injection
    return [custom, renderGreeting({ name })];
  })
  .get('/ejs', ({ query }) => {
    // bad: no-template-injection
    const own = ejs.render(`Hello ${query.name}`);
    // ok: no-template-injection
    return own + ejs.render('Hello <%= name %>', { name: query.name });
  })
  .get('/pug', ({ query }) => {
    // ok: no-template-injection
    const known = pug.render(LAYOUTS[query.layout ?? 'plain'] ?? 'p', { name: query.name });
    // bad: no-template-injection
    return known + pug.compile('h1 ' + query.title)({});
  })
  .post(
    '/nunjucks',
    ({ body }) => {
      // bad: no-template-injection
      const first = nunjucks.renderString(body.source, {});
      // ok: no-template-injection
      return first + nunjucks.renderString(`Hello {{ name }} (${body.format})`, { name: body.source });
    },
    { body: t.Object({ source: t.String(), format: t.Union([t.Literal('short'), t.Literal('long')]) }) },
  )
  .get('/mustache', ({ query }) => {
    // ok: no-template-injection
    return Mustache.render('Hello {{name}}', { name: query.name });
  });
