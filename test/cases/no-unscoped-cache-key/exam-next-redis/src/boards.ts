// @complete: no-unscoped-cache-key
import Router from '@koa/router';
import { createHash } from 'node:crypto';
import { bareKey, boardKey } from './keys.js';
import { redis } from './redis.js';
import { loadBoard, loadSettings, search } from './store.js';

export const router = new Router();

router.get('/boards/:id', async (ctx) => {
  const { id } = ctx.params;
  const board = await loadBoard(id);
  // bad: no-unscoped-cache-key -- no prefix: collides with every other entity
  await redis.set(id, JSON.stringify(board), 'EX', 60);
  // bad-cross: no-unscoped-cache-key
  await redis.set(bareKey(id), JSON.stringify(board), 'EX', 60);
  // ok-cross: no-unscoped-cache-key
  await redis.set(boardKey(ctx.state.tenant, id), JSON.stringify(board), 'EX', 60);
  ctx.body = board;
});

router.get('/search', async (ctx) => {
  // bad: no-unscoped-cache-key -- raw request text
  const hit = await redis.get(`search:${ctx.url}`);
  if (hit) {
    ctx.body = JSON.parse(hit);
    return;
  }
  ctx.body = await search(ctx.query);
});

router.get('/filter', async (ctx) => {
  // bad: no-unscoped-cache-key -- JSON of an object in the caller's order
  const hit = await redis.get(`filter:${JSON.stringify(ctx.query)}`);
  ctx.body = hit ? JSON.parse(hit) : await search(ctx.query);
});

router.get('/hashed', async (ctx) => {
  const { q = '', page = '1' } = ctx.query;
  const digest = createHash('sha256').update(`${q}|${page}`).digest('hex');
  // ok: no-unscoped-cache-key
  const hit = await redis.get(`search:v1:${digest}`);
  ctx.body = hit ? JSON.parse(hit) : await search({ q, page });
});

router.get('/settings', async (ctx) => {
  const settings = await loadSettings(ctx.state.user.id);
  // bad: no-unscoped-cache-key -- one user's settings for everybody
  await redis.set('settings:current', JSON.stringify(settings), 'EX', 60);
  // ok: no-unscoped-cache-key
  await redis.set(`settings:${ctx.state.user.id}`, JSON.stringify(settings), 'EX', 60);
  ctx.body = settings;
});
