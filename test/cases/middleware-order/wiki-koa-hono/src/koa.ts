// @complete: middleware-order
import Router from '@koa/router';
import Koa from 'koa';
import bodyParser from 'koa-bodyparser';
import jwt from 'koa-jwt';

class Wiki {
  private readonly app = new Koa();
  private readonly pages = new Router({ prefix: '/pages' });

  constructor() {
    this.pages.post('/', (ctx) => {
      ctx.body = ctx.request.body;
    });
    this.routes();
    this.middleware();
  }

  private routes() {
    this.app.use(this.pages.routes());
  }

  private middleware() {
    // bad: middleware-order
    this.app.use(bodyParser());
    // bad: middleware-order
    this.app.use(jwt({ secret: process.env.JWT_SECRET! }));
  }

  start() {
    this.app.listen(3000);
  }
}
new Wiki().start();

const fine = new Koa();
const router = new Router();
router.post('/pages', (ctx) => {
  ctx.body = ctx.request.body;
});
// ok: middleware-order
fine.use(bodyParser());
fine.use(jwt({ secret: process.env.JWT_SECRET! }));
fine.use(router.routes());
fine.listen(3001);
