// @complete: require-job-retry-policy
import type { FastifyInstance } from 'fastify';
import { hasty, retries } from './policy.js';
import { boss, exportsQueue, previews, renders } from './queues.js';

export async function routes(app: FastifyInstance) {
  app.post<{ Body: { sceneId: string } }>('/renders', async (request, reply) => {
    const { sceneId } = request.body;
    // ok-cross: require-job-retry-policy
    await renders.add('render', { sceneId });
    // ok-cross: require-job-retry-policy
    await previews.add('preview', { sceneId });
    return reply.code(202).send({ sceneId });
  });

  app.post<{ Body: { sceneId: string } }>('/exports', async (request, reply) => {
    const { sceneId } = request.body;
    // bad-cross: require-job-retry-policy -- the queue has no defaults: one attempt
    // fix: require-job-retry-policy
    await exportsQueue.add('export', { sceneId });
    return reply.code(202).send({ sceneId });
  });

  app.post<{ Body: { sceneId: string } }>('/exports/now', async (request, reply) => {
    const { sceneId } = request.body;
    // bad-cross: require-job-retry-policy -- attempts without backoff
    await exportsQueue.add('export', { sceneId }, hasty);
    // ok-cross: require-job-retry-policy
    await exportsQueue.add('export', { sceneId }, { ...retries, priority: 1 });
    // bad: require-job-retry-policy -- attempts without backoff
    await exportsQueue.addBulk([{ name: 'export', data: { sceneId }, opts: { attempts: 3 } }]);
    return reply.code(202).send({ sceneId });
  });

  app.post<{ Body: { sceneId: string } }>('/thumbnails', async (request, reply) => {
    const { sceneId } = request.body;
    // ok: require-job-retry-policy
    await boss.send('thumbnail', { sceneId }, { retryLimit: 3, retryBackoff: true });
    // bad: require-job-retry-policy -- attempts at once, without a delay
    await boss.send('poster', { sceneId }, { retryLimit: 20 });
    return reply.code(202).send({ sceneId });
  });
}
