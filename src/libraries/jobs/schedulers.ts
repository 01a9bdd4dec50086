import type { Library, MemberRow } from '../../model/library.js';

const schedule = (handler: string): MemberRow => ({ job: { does: 'schedule', handler } });

/** What runs functions by the clock, in every process that starts it. */
export const schedulers: readonly Library[] = [
  {
    // https://github.com/node-cron/node-cron#readme: `schedule(expression, task, options)`.
    name: 'node-cron',
    kind: 'jobs',
    modules: ['node-cron'],
    exports: { schedule: schedule('1'), createTask: schedule('1'), 'default.schedule': schedule('1') },
  },
  {
    // https://github.com/kelektiv/node-cron#api: `new CronJob(time, onTick)`, `CronJob.from({ cronTime, onTick })`.
    name: 'cron',
    kind: 'jobs',
    modules: ['cron'],
    exports: { CronJob: { new: 'Job', construct: schedule('1') }, 'CronJob.from': schedule('0.onTick') },
    types: { Job: {} },
  },
  {
    // https://croner.56k.guru/usage/: `new Cron(pattern, options?, fn)`.
    name: 'croner',
    kind: 'jobs',
    modules: ['croner'],
    exports: {
      Cron: { new: 'Cron', returns: 'Cron', construct: schedule('-1'), ...schedule('-1') },
      default: { new: 'Cron', returns: 'Cron', construct: schedule('-1'), ...schedule('-1') },
    },
    types: { Cron: { members: { schedule: schedule('0') } } },
  },
  {
    // https://github.com/node-schedule/node-schedule#usage: `scheduleJob(name?, rule, fn)`.
    name: 'node-schedule',
    kind: 'jobs',
    modules: ['node-schedule'],
    exports: { scheduleJob: schedule('-1'), 'default.scheduleJob': schedule('-1') },
  },
  {
    // https://docs.nestjs.com/techniques/task-scheduling: decorators of methods.
    name: 'nestjs-schedule',
    kind: 'jobs',
    modules: ['@nestjs/schedule'],
    exports: { Cron: { job: { does: 'schedule' } }, Interval: { job: { does: 'schedule' } } },
  },
  {
    // https://docs.nestjs.com/techniques/queues: `@Processor` classes; `process` of a `WorkerHost`, or `@Process` methods.
    name: 'nestjs-queues',
    kind: 'jobs',
    modules: ['@nestjs/bullmq', '@nestjs/bull'],
    exports: {
      Processor: { job: { does: 'work', failure: 'failed' } },
      Process: {},
      InjectQueue: {},
      OnWorkerEvent: {},
      OnQueueFailed: {},
      OnQueueEvent: {},
      WorkerHost: {},
      BullModule: {},
    },
  },
];
