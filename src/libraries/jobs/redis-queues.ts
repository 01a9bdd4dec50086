import type { Library, MemberRow, Position } from '../../model/library.js';

/** A job is enqueued; under an id that a repeat brings again, only once. */
const enqueue = (...key: Position[]): MemberRow => ({ effect: { does: 'enqueue', key } });

/** Queues kept in Redis. */
export const redisQueues: readonly Library[] = [
  {
    // https://docs.bullmq.io/guide/jobs/job-ids, https://docs.bullmq.io/guide/jobs/deduplication; `@nestjs/bullmq`
    // injects these same classes.
    name: 'bullmq',
    kind: 'jobs',
    modules: ['bullmq'],
    client: 'Queue',
    exports: {
      Queue: { new: 'Queue' },
      QueuePro: { new: 'Queue' },
      FlowProducer: { new: 'Flow' },
      Worker: { new: 'Worker' },
      QueueEvents: { new: 'Events' },
    },
    types: {
      Queue: {
        members: {
          add: enqueue('2.jobId', '2.deduplication.id', '2.repeat'),
          addBulk: enqueue('0[].opts.jobId', '0[].opts.deduplication.id'),
          upsertJobScheduler: {},
        },
      },
      Flow: { members: { add: enqueue('0.opts.jobId'), addBulk: enqueue('0[].opts.jobId') } },
      Worker: {},
      Events: {},
    },
  },
  {
    // https://github.com/OptimalBits/bull/blob/develop/REFERENCE.md#queueadd
    name: 'bull',
    kind: 'jobs',
    modules: ['bull'],
    client: 'Queue',
    exports: {
      default: { new: 'Queue', returns: 'Queue' },
      Queue: { new: 'Queue' },
    },
    types: {
      Queue: {
        members: {
          add: enqueue('2.jobId', '1.jobId', '2.repeat', '1.repeat'),
          addBulk: enqueue('0[].opts.jobId'),
        },
      },
    },
  },
  {
    // https://github.com/bee-queue/bee-queue#queuecreatejobdata
    name: 'bee-queue',
    kind: 'jobs',
    modules: ['bee-queue'],
    client: 'Queue',
    exports: { default: { new: 'Queue' } },
    types: {
      Queue: { members: { createJob: { returns: 'Job' }, saveAll: enqueue() } },
      Job: {
        chain: true,
        members: { setId: { returns: 'KeyedJob' }, save: { ...enqueue(), returns: 'this' } },
      },
      KeyedJob: { chain: true, members: { save: { returns: 'this' } } },
    },
  },
];
