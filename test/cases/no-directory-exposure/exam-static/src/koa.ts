// @complete: no-directory-exposure
import Koa from 'koa';
import serve from 'koa-static';
import mount from 'koa-mount';
import { UPLOADS } from './paths';

const app = new Koa();
// bad: no-directory-exposure
app.use(serve('.'));
// ok: no-directory-exposure
app.use(serve('./public', { maxage: 3600_000 }));
// bad: no-directory-exposure -- dotfiles too
app.use(serve('./public', { hidden: true }));
// ok-cross: no-directory-exposure
app.use(mount('/uploads', serve(UPLOADS)));
export { app };
