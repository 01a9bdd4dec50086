import type { ExportRow, Library, MemberRow, Position } from '../../model/library.js';
import type { JobRow } from '../../model/rows/jobs.js';

/** A job is enqueued; under an id that a repeat brings again, only once. */
const enqueue = (...key: Position[]): MemberRow => ({ effect: { does: 'enqueue', key } });

/** https://docs.bullmq.io/guide/retrying-failing-jobs: one attempt and no pause unless told otherwise; Bull the same. */
const retries = { attempts: 'attempts', backoff: ['backoff'] } as const;
const job = (options: string): { readonly job: JobRow } => ({ job: { does: 'enqueue', options, ...retries } });
const queue = (...defaults: string[]): ExportRow => ({
  new: 'Queue',
  construct: { job: { does: 'queue', defaults, ...retries } },
});

/** https://docs.bullmq.io/guide/workers#error-handling: workers and queues want a listener of 'error'. */
const emitting = (row: ExportRow): ExportRow => ({ ...row, construct: { ...row.construct, emits: true } });

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
      Queue: emitting(queue('1.defaultJobOptions')),
      QueuePro: emitting(queue('1.defaultJobOptions')),
      FlowProducer: emitting({ new: 'Flow' }),
      Worker: emitting({ new: 'Worker', construct: { job: { does: 'work', handler: '1', failure: 'failed' } } }),
      QueueEvents: emitting({ new: 'Events' }),
    },
    types: {
      Queue: {
        members: {
          add: { ...enqueue('2.jobId', '2.deduplication.id', '2.repeat'), ...job('2') },
          addBulk: { ...enqueue('0[].opts.jobId', '0[].opts.deduplication.id'), ...job('0[].opts') },
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
      default: { ...queue('1.defaultJobOptions', '2.defaultJobOptions'), returns: 'Queue' },
      Queue: { new: 'Queue' },
    },
    types: {
      Queue: {
        members: {
          add: { ...enqueue('2.jobId', '1.jobId', '2.repeat', '1.repeat'), ...job('-1') },
          addBulk: { ...enqueue('0[].opts.jobId'), ...job('0[].opts') },
          process: { job: { does: 'work', handler: '-1', failure: 'failed' } },
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
      Queue: {
        members: {
          createJob: { returns: 'Job' },
          saveAll: enqueue(),
          process: { job: { does: 'work', handler: '-1', failure: 'failed' } },
        },
      },
      Job: {
        chain: true,
        members: { setId: { returns: 'KeyedJob' }, save: { ...enqueue(), returns: 'this' } },
      },
      KeyedJob: { chain: true, members: { save: { returns: 'this' } } },
    },
  },
];
