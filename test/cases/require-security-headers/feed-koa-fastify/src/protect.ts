import type Koa from 'koa';
import helmet from 'koa-helmet';

export function protect(app: Koa) {
  app.use(helmet());
}
