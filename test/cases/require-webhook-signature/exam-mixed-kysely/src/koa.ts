// @complete: require-webhook-signature
import Router from '@koa/router';
import { Webhooks } from '@octokit/webhooks';
import { db } from './db';

const router = new Router({ prefix: '/webhooks' });
const webhooks = new Webhooks({ secret: process.env.GITHUB_WEBHOOK_SECRET! });

// ok: require-webhook-signature
router.post('/github', async (ctx) => {
  const raw = (ctx.request as any).rawBody as string;
  if (!(await webhooks.verify(raw, ctx.get('x-hub-signature-256')))) ctx.throw(401);
  await db.insertInto('pushes').values({ sha: JSON.parse(raw).after }).execute();
  ctx.status = 204;
});

// bad: require-webhook-signature
router.post('/gitlab', async (ctx) => {
  const event = (ctx.request as any).body;
  await db.insertInto('pushes').values({ sha: event.checkout_sha }).execute();
  ctx.status = 204;
});

// ok: require-webhook-signature -- GitLab's shared token is its signature
router.post('/gitlab-token', async (ctx) => {
  if (ctx.get('x-gitlab-token') !== process.env.GITLAB_TOKEN) ctx.throw(401);
  const event = (ctx.request as any).body;
  await db.insertInto('pushes').values({ sha: event.checkout_sha }).execute();
  ctx.status = 204;
});

export default router;
