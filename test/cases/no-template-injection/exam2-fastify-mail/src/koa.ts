// @complete: no-template-injection
import Router from '@koa/router';
import dot from 'pug';
import Handlebars from 'handlebars';
import { readFile } from 'node:fs/promises';

const router = new Router();
const cache = new Map<string, Handlebars.TemplateDelegate>();

router.post('/t', async (ctx) => {
  const body = ctx.request.body as { tpl: string; who: string };
  const stored = await readFile('templates/base.hbs', 'utf8');
  // ok: no-template-injection -- a file of ours
  const base = Handlebars.compile(stored);
  // bad: no-template-injection -- the client's text becomes part of the template
  const mixed = Handlebars.compile(stored.replace('%%WHO%%', body.who));
  let custom = cache.get(body.tpl);
  if (!custom) {
    // bad: no-template-injection
    custom = Handlebars.compile(body.tpl);
    cache.set(body.tpl, custom);
  }
  // bad: no-template-injection
  const page = dot.compile(body.tpl);
  ctx.body = base({ who: body.who }) + mixed({}) + custom({}) + page();
});

export default router;
