import { rule } from '../../../src/rules/jobs/require-job-retry-policy.js';
import { ruleTester } from '../../rule-tester.js';

const bullmq = "import { Queue } from 'bullmq';\nconst queue = new Queue('a');\n";
const bull = "import Queue from 'bull';\nconst queue = new Queue('a', process.env.REDIS_URL);\n";
const policy = "attempts: 5, backoff: { type: 'exponential', delay: 1000 }";

const reported = (name: string, messageId: 'none' | 'queue' | 'backoff', code: string, output: string) => ({
  name,
  code,
  errors: [{ messageId, suggestions: [{ messageId: 'add' as const, output }] }],
});

ruleTester.run('require-job-retry-policy', rule as never, {
  valid: [
    { name: 'a policy of its own', code: `${bullmq}queue.add('x', {}, { attempts: 3, backoff: 500 });` },
    {
      name: "the queue's defaults",
      code: `import { Queue } from 'bullmq';\nnew Queue('a', { defaultJobOptions: { attempts: 3, backoff: 500 } }).add('x', {});`,
    },
    {
      name: 'a pause by default',
      code: `import { Queue } from 'bullmq';\nnew Queue('a', { defaultJobOptions: { attempts: 3, backoff: 500 } }).add('x', {}, { attempts: 9 });`,
    },
    { name: 'options from elsewhere', code: `${bullmq}export const add = (o) => queue.add('x', {}, o);` },
    { name: 'one attempt, said so', code: `${bullmq}queue.add('x', {}, { attempts: 1 });` },
    { name: 'a repeating job', code: `${bullmq}queue.add('x', {}, { repeat: { every: 1000 } });` },
    { name: 'another kind of queue', code: "import PQueue from 'p-queue';\nnew PQueue().add(() => work());" },
    { name: 'a queue alone', code: bullmq },
  ],
  invalid: [
    {
      name: 'no attempts',
      code: `${bullmq}queue.add('x', {});`,
      errors: [
        {
          message:
            'Neither this job nor its queue says how often it is tried: it runs once, and the first dropped connection at 3 a.m. loses it. Give it attempts and a backoff.',
          line: 3,
          suggestions: [{ desc: 'Add attempts and a backoff', output: `${bullmq}queue.add('x', {}, { ${policy} });` }],
        },
      ],
    },
    reported(
      'other options',
      'none',
      `${bullmq}queue.add('x', {}, { delay: 5 });`,
      `${bullmq}queue.add('x', {}, { delay: 5, ${policy} });`,
    ),
    reported(
      'no pause',
      'backoff',
      `${bullmq}queue.add('x', {}, { attempts: 3 });`,
      `${bullmq}queue.add('x', {}, { attempts: 3, backoff: { type: 'exponential', delay: 1000 } });`,
    ),
    reported('Bull, data alone', 'none', `${bull}queue.add({ a: 1 });`, `${bull}queue.add({ a: 1 }, { ${policy} });`),
    reported(
      'defaults without attempts',
      'queue',
      "import { Queue } from 'bullmq';\nexport const q = new Queue('a', { defaultJobOptions: { removeOnFail: true } });",
      `import { Queue } from 'bullmq';\nexport const q = new Queue('a', { defaultJobOptions: { removeOnFail: true, ${policy} } });`,
    ),
    {
      name: 'without end',
      code: `${bullmq}queue.add('x', {}, { attempts: Infinity, backoff: 1 });`,
      errors: [{ messageId: 'unbounded' }],
    },
    {
      name: 'many at once',
      code: `${bullmq}queue.addBulk([{ name: 'x', data: {} }]);`,
      errors: [{ messageId: 'none' }],
    },
  ],
});
