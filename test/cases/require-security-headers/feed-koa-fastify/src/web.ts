// @complete: require-security-headers
import Koa from 'koa';
import Router from '@koa/router';
import { protect } from './protect.js';

class Web {
  // ok-cross: require-security-headers
  private readonly app = new Koa();

  constructor() {
    this.middleware();
    this.routes();
  }

  private middleware() {
    protect(this.app);
  }

  private routes() {
    const router = new Router();
    router.post('/feeds', (ctx) => {
      ctx.status = 201;
    });
    this.app.use(router.routes());
  }

  start(port: number) {
    this.app.listen(port);
  }
}

new Web().start(3000);

// bad: require-security-headers
const admin = new Koa();
const router = new Router();
router.delete('/feeds/:id', (ctx) => {
  ctx.status = 204;
});
admin.use(router.routes());
admin.listen(3001);
