import type { Library, MemberRow, Position } from '../../model/library.js';

const enqueue = (...key: Position[]): MemberRow => ({ effect: { does: 'enqueue', key } });

/** Queues kept in a database, and workflow engines. */
export const databaseQueues: readonly Library[] = [
  {
    // https://github.com/agenda/agenda#creating-jobs: `every` keeps one job for a name, `unique` one for a filter.
    name: 'agenda',
    kind: 'jobs',
    modules: ['agenda'],
    client: 'Agenda',
    exports: { default: { new: 'Agenda' }, Agenda: { new: 'Agenda' } },
    types: {
      Agenda: {
        members: {
          now: enqueue(),
          schedule: enqueue(),
          create: { returns: 'Job' },
          every: {},
          // https://github.com/agenda/agenda#job-queue-events: a job that throws is not run again by itself.
          define: { job: { does: 'work', handler: '-1', failure: 'fail' } },
        },
      },
      Job: {
        chain: true,
        members: { unique: { returns: 'UniqueJob' }, save: enqueue() },
      },
      UniqueJob: { chain: true, members: { save: {} } },
    },
  },
  {
    // https://github.com/timgit/pg-boss/blob/master/docs/readme.md#sendname-data-options
    name: 'pg-boss',
    kind: 'jobs',
    modules: ['pg-boss'],
    client: 'Boss',
    exports: { default: { new: 'Boss' }, PgBoss: { new: 'Boss' } },
    types: {
      Boss: {
        members: {
          send: {
            ...enqueue('2.singletonKey', '2.id', '0.options.singletonKey', '0.options.id'),
            // Two retries by default since version 10, none before.
            job: { does: 'enqueue', options: '2', attempts: 'retryLimit', backoff: ['retryBackoff', 'retryDelay'] },
          },
          work: { job: { does: 'work', handler: '-1' } },
          sendAfter: enqueue('2.singletonKey', '2.id'),
          sendThrottled: {},
          sendDebounced: {},
          insert: enqueue('0[].id', '1[].id', '0[].singletonKey', '1[].singletonKey'),
          publish: enqueue('2.singletonKey', '2.id'),
          schedule: {},
        },
      },
    },
  },
  {
    // https://worker.graphile.org/docs/job-key
    name: 'graphile-worker',
    kind: 'jobs',
    modules: ['graphile-worker'],
    client: 'Utils',
    exports: {
      quickAddJob: enqueue('3.jobKey'),
      addJobAdhoc: enqueue('3.jobKey'),
      makeWorkerUtils: { returns: 'Utils' },
      WorkerUtils: { annotation: 'Utils' },
      JobHelpers: { annotation: 'Utils' },
    },
    types: { Utils: { members: { addJob: enqueue('2.jobKey'), addJobs: enqueue('0[].jobKey') } } },
  },
  {
    // https://www.inngest.com/docs/events/deduplication: the event's `id`.
    name: 'inngest',
    kind: 'jobs',
    modules: ['inngest'],
    client: 'Inngest',
    exports: { Inngest: { new: 'Inngest' } },
    types: { Inngest: { members: { send: enqueue('0.id', '0[].id') } } },
  },
  {
    // https://trigger.dev/docs/idempotency
    name: 'trigger.dev',
    kind: 'jobs',
    modules: ['@trigger.dev/sdk', '@trigger.dev/sdk/v3'],
    exports: {
      'tasks.trigger': enqueue('2.idempotencyKey', '2.debounce.key'),
      'tasks.batchTrigger': enqueue('1[].options.idempotencyKey', '2.idempotencyKey'),
      task: { returns: 'Task' },
      schemaTask: { returns: 'Task' },
    },
    types: {
      Task: {
        members: {
          trigger: enqueue('1.idempotencyKey', '1.debounce.key'),
          batchTrigger: enqueue('0[].options.idempotencyKey', '1.idempotencyKey'),
        },
      },
    },
  },
  {
    // https://docs.temporal.io/develop/typescript/temporal-clients: a workflow id is given always, and unique while it runs.
    name: 'temporal',
    kind: 'jobs',
    modules: ['@temporalio/client'],
    client: 'Client',
    exports: { Client: { new: 'Client' }, WorkflowClient: { new: 'Workflows' } },
    types: {
      Client: { members: { workflow: { type: 'Workflows' } } },
      Workflows: {
        members: {
          start: enqueue('1.workflowId'),
          execute: enqueue('1.workflowId'),
          signalWithStart: enqueue('1.workflowId'),
        },
      },
    },
  },
];
