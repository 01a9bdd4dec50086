// @complete: no-xxe
import Router from '@koa/router';
import libxml from 'libxmljs2';
import { parse } from './xml.js';

const router = new Router();

router.post('/a', (ctx) => {
  // bad: no-xxe
  const doc = libxml.parseXml(ctx.request.body, { noent: true, nonet: true });
  ctx.body = { id: doc.get('//id').text() };
});

router.post('/b', (ctx) => {
  // ok: no-xxe -- entities stay as they are
  const doc = libxml.parseXml(ctx.request.body);
  ctx.body = { id: doc.get('//id').text() };
});

router.post('/c', (ctx) => {
  // bad-cross: no-xxe
  const doc = parse(ctx.request.body.xml);
  ctx.body = { id: doc.get('//id').text() };
});

export default router;
