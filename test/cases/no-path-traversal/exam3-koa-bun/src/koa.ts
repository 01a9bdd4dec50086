// @complete: no-path-traversal
import Router from '@koa/router';
import send from 'koa-send';
import { createReadStream } from 'node:fs';
import fs from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { store } from './lib/store.js';

const router = new Router();
const ROOT = path.resolve('assets');
const Names = z.object({ name: z.string().min(1), slug: z.string().regex(/^[a-z-]+$/), kind: z.enum(['css', 'js']) });

router.get('/raw', (ctx) => {
  // bad: no-path-traversal
  ctx.body = createReadStream(path.join(ROOT, ctx.query.file as string));
});

router.get('/send', async (ctx) => {
  // ok: no-path-traversal -- koa-send keeps inside of its root
  await send(ctx, ctx.query.file as string, { root: ROOT });
});

router.get('/zod', async (ctx) => {
  const { name, slug, kind } = Names.parse(ctx.query);
  // bad: no-path-traversal
  const a = await fs.readFile(`${ROOT}/${name}`);
  // ok: no-path-traversal
  const b = await fs.readFile(`${ROOT}/${slug}.${kind}`);
  ctx.body = [a, b];
});

router.get('/store', async (ctx) => {
  const { name } = ctx.query as { name: string };
  // ok-cross: no-path-traversal -- path.relative in the store
  const a = await store.read(name);
  // bad-cross: no-path-traversal
  const b = await store.readLoose(name);
  ctx.body = [a, b];
});

router.post('/upload', async (ctx) => {
  const file = ctx.request.files?.avatar as { originalFilename: string; filepath: string };
  // bad-cross: no-path-traversal
  const target = store.stream({ dir: ROOT, name: file.originalFilename });
  // ok: no-path-traversal -- formidable's own path
  createReadStream(file.filepath).pipe(target);
  const { ext } = path.parse(file.originalFilename);
  // ok: no-path-traversal -- the extension alone
  await fs.rename(file.filepath, path.join(ROOT, `${crypto.randomUUID()}${ext}`));
});

router.get('/guarded/:name', async (ctx) => {
  const { name } = ctx.params;
  if (name.includes('..') || name.includes('/')) ctx.throw(400);
  // ok: no-path-traversal -- no way up is left
  ctx.body = await fs.readFile(path.join(ROOT, name));
});

router.get('/decoded', async (ctx) => {
  const base = path.basename(ctx.query.f as string);
  // Known miss: decoded after it was cut
  ctx.body = await fs.readFile(path.join(ROOT, decodeURIComponent(base)));
});

router.get('/list', async (ctx) => {
  const names = ([] as string[]).concat(ctx.query.name ?? []);
  ctx.body = await Promise.all(
    names.map(async (name) => {
      // bad: no-path-traversal
      return fs.readFile(path.join(ROOT, name), 'utf8');
    }),
  );
});

router.get('/safe-list', async (ctx) => {
  const available = await fs.readdir(ROOT);
  const wanted = available.find((each) => each === ctx.query.name);
  // ok: no-path-traversal -- one of those that are there
  if (wanted) ctx.body = await fs.readFile(path.join(ROOT, wanted));
});

export default router;
