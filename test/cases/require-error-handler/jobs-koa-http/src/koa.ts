// @complete: require-error-handler
import Router from '@koa/router';
import Koa from 'koa';
import { boundary } from './boundary.js';

const router = new Router();
router.post('/jobs', (ctx) => {
  ctx.status = 202;
});

// bad: require-error-handler
const bare = new Koa();
bare.use(router.routes());
bare.listen(3000);

// ok-cross: require-error-handler
const app = new Koa();
app.use(boundary);
app.use(router.routes());
app.listen(3001);
