// @complete: require-security-headers, require-error-handler, no-permissive-cors, no-unbounded-body
import Koa from 'koa';
import cors from '@koa/cors';
import helmet from 'koa-helmet';
import { koaBody } from 'koa-body';

// ok: require-security-headers, require-error-handler
const app = new Koa();
app.use(async (ctx, next) => {
  try {
    await next();
  } catch (err) {
    ctx.app.emit('error', err, ctx);
    ctx.status = 500;
    ctx.body = { error: 'internal' };
  }
});
app.use(helmet());
// bad: no-permissive-cors -- @koa/cors reflects the origin by default
app.use(cors({ credentials: true }));
// ok: no-unbounded-body
app.use(koaBody({ jsonLimit: '1mb', multipart: true, formidable: { maxFileSize: 2 * 1024 * 1024 } }));
app.listen(5000);

// bad: require-security-headers, require-error-handler
const second = new Koa();
// bad: no-unbounded-body
second.use(koaBody({ jsonLimit: '1gb' }));
second.use((ctx) => {
  ctx.set('Access-Control-Allow-Credentials', 'true');
  // bad: no-permissive-cors
  ctx.set('Access-Control-Allow-Origin', ctx.get('Origin'));
  ctx.body = 'hi';
});
second.listen(5001);
