// @complete: no-directory-exposure
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

const app = new Hono();
// ok: no-directory-exposure
app.use('/static/*', serveStatic({ root: './' }));
// bad: no-directory-exposure
app.use('/raw/*', serveStatic({ root: './', rewriteRequestPath: (path) => path.replace(/^\/raw/, '') }));
// bad: no-directory-exposure
app.use('*', serveStatic({ root: './' }));
// ok: no-directory-exposure
app.get('/favicon.ico', serveStatic({ path: './favicon.ico' }));
export default app;
