import { rule } from '../../../src/rules/cache/require-cache-invalidation.js';
import { ruleTester } from '../../rule-tester.js';

const head =
  "import { PrismaClient } from '@prisma/client';\nimport Redis from 'ioredis';\nconst prisma = new PrismaClient();\nconst redis = new Redis();\n";
const drops =
  'export async function rename(id: string) { await prisma.plan.update({ where: { id }, data: {} }); await redis.del(`plan:${id}`); }\n';

ruleTester.run('require-cache-invalidation', rule as never, {
  valid: [
    { name: 'every write drops the key', code: head + drops },
    {
      name: 'another entity',
      code: `${head}${drops}export const f = (id: string) => prisma.note.delete({ where: { id } });`,
    },
    {
      name: 'nothing is cached',
      code: `${head}export const f = (id: string) => prisma.plan.delete({ where: { id } });`,
    },
  ],
  invalid: [
    {
      name: 'a write that forgets the cache',
      code: `${head}${drops}export const f = (id: string) => prisma.plan.delete({ where: { id } });`,
      errors: [{ messageId: 'stale', line: 6, data: { entity: 'plan', other: 'rename' } }],
    },
  ],
});
