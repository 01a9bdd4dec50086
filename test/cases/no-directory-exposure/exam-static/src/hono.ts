// @complete: no-directory-exposure
import { Hono } from 'hono';
import { serveStatic } from '@hono/node-server/serve-static';

const app = new Hono();
// ok: no-directory-exposure -- the path keeps /static
app.use('/static/*', serveStatic({ root: './' }));
// ok: no-directory-exposure
app.use('/assets/*', serveStatic({ root: './public' }));
// bad: no-directory-exposure -- every file of the project
app.use('/*', serveStatic({ root: './' }));
export { app };
