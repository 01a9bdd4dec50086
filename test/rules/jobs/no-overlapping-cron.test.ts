import { rule } from '../../../src/rules/jobs/no-overlapping-cron.js';
import { ruleTester } from '../../rule-tester.js';

const cron = "import cron from 'node-cron';\n";
const prisma = "import { PrismaClient } from '@prisma/client';\nconst prisma = new PrismaClient();\n";
const create = 'await prisma.bill.create({ data: { month: 1 } });';

ruleTester.run('no-overlapping-cron', rule as never, {
  valid: [
    { name: 'work inside the process', code: `${cron}cron.schedule('* * * * *', () => cache.clear());` },
    {
      name: 'writes that leave the same',
      code: `${cron}${prisma}cron.schedule('* * * * *', async () => {\n  await prisma.session.deleteMany({ where: { old: true } });\n});`,
    },
    {
      name: 'a lock',
      code: `${cron}${prisma}cron.schedule('* * * * *', async () => {\n  if (!(await redlock.acquire(['x'], 5000))) return;\n  ${create}\n});`,
    },
    {
      name: 'one instance',
      code: `${cron}${prisma}if (process.env.CRON_ENABLED === 'true')\n  cron.schedule('* * * * *', async () => {\n    ${create}\n  });`,
    },
    { name: 'another schedule', code: `${prisma}calendar.schedule('x', async () => {\n  ${create}\n});` },
  ],
  invalid: [
    {
      name: 'a row for each instance',
      code: `${cron}${prisma}cron.schedule('* * * * *', async () => {\n  ${create}\n});`,
      errors: [
        {
          message:
            'Every instance runs this at the same time, and a slow run meets the next one: it creates a row (prisma.bill.create) once for each of them. Take a lock for the run (an advisory lock, Redis SET NX with a lease), or have a queue schedule one job.',
          line: 4,
        },
      ],
    },
    {
      name: 'work of another package',
      code: `${cron}import { billing } from 'our-billing';\ncron.schedule('* * * * *', async () => {\n  await billing.exportUsage();\n});`,
      errors: [{ messageId: 'overlaps' }],
    },
    {
      name: 'a lock in a word is none',
      code: `${cron}${prisma}cron.schedule('* * * * *', async () => {\n  const block = clock.now();\n  ${create}\n});`,
      errors: [{ messageId: 'overlaps' }],
    },
  ],
});
