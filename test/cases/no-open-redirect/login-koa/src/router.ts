// @complete: no-open-redirect
import Router from '@koa/router';
import { safeNext } from './next.js';

const router = new Router();
const TARGETS: Record<string, string> = { docs: 'https://docs.example.com', blog: 'https://blog.example.com' };

router.get('/login', (ctx) => {
  // bad: no-open-redirect
  ctx.redirect((ctx.query.next as string) || '/');
});

router.get('/callback', (ctx) => {
  const state = JSON.parse(Buffer.from(String(ctx.query.state), 'base64').toString());
  // bad: no-open-redirect -- the OAuth state comes back from the browser
  ctx.redirect(state.returnTo);
});

router.get('/to/:name', (ctx) => {
  // ok: no-open-redirect -- looked up
  ctx.redirect(TARGETS[ctx.params.name] ?? '/');
});

router.get('/safe', (ctx) => {
  // ok: no-open-redirect -- a path of this site, by a helper
  ctx.redirect(safeNext(ctx.query.next as string));
});

router.get('/host', (ctx) => {
  const target = new URL(String(ctx.query.to), 'https://app.example.com');
  if (!['app.example.com', 'docs.example.com'].includes(target.host)) ctx.throw(400);
  // bad: no-open-redirect -- another URL than the checked one
  ctx.redirect(String(ctx.query.from));
});

router.get('/profile', (ctx) => {
  // ok: no-open-redirect -- only a part of the path
  ctx.redirect(`/users/${ctx.query.id}/profile`);
});

export default router;
