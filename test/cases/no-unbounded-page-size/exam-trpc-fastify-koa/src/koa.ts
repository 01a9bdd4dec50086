// @complete: no-unbounded-page-size
import Router from '@koa/router';
import { Comment } from './db.js';

const MAX = 200;
export const router = new Router();

router.get('/comments', async (ctx) => {
  const size = parseInt(String(ctx.query.size ?? '20'), 10);
  // bad: no-unbounded-page-size
  // fix: no-unbounded-page-size
  ctx.body = await Comment.find().sort({ _id: 1 }).limit(size).lean();
});

router.get('/comments/safe', async (ctx) => {
  const asked = Number(ctx.query.size);
  const size = asked > MAX ? MAX : asked;
  // ok: no-unbounded-page-size -- a conditional as clamp
  ctx.body = await Comment.find().sort({ _id: 1 }).limit(size).lean();
});

router.get('/comments/checked', async (ctx) => {
  const size = Number(ctx.query.size ?? 20);
  if (!Number.isInteger(size) || size < 1 || size > MAX) {
    ctx.status = 400;
    return;
  }
  // ok: no-unbounded-page-size
  ctx.body = await Comment.find().sort({ _id: 1 }).limit(size).lean();
});

router.get('/comments/fixed', async (ctx) => {
  const page = Number(ctx.query.page ?? 1);
  // ok: no-unbounded-page-size -- the page is asked for, its size is fixed
  ctx.body = await Comment.find().sort({ _id: 1 }).skip((page - 1) * 25).limit(25).lean();
});
