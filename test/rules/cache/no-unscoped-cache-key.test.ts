import { rule } from '../../../src/rules/cache/no-unscoped-cache-key.js';
import { ruleTester } from '../../rule-tester.js';

const redis = "import Redis from 'ioredis';\nconst redis = new Redis();\n";

ruleTester.run('no-unscoped-cache-key', rule as never, {
  valid: [
    {
      name: 'an entity before the id',
      code: `${redis}export const f = (id: string) => redis.set(\`user:\${id}\`, '1');`,
    },
    {
      name: 'a prefix of the client',
      code: "import Redis from 'ioredis';\nconst redis = new Redis({ keyPrefix: 'user:' });\nexport const f = (id: string) => redis.set(id, '1');",
    },
    { name: 'a Map', code: "const cache = new Map();\nexport const f = (id: string) => cache.set(id, '1');" },
  ],
  invalid: [
    {
      name: 'an id alone',
      code: `${redis}export const f = (id: string) => redis.set(id, '1');`,
      errors: [{ messageId: 'bare', line: 3, column: 44, data: { what: 'id' } }],
    },
    {
      name: "the request's address",
      code: `${redis}export const f = (req: R) => redis.set(\`page:\${req.url}\`, '1');`,
      errors: [{ messageId: 'raw' }],
    },
    {
      name: 'an object',
      code: `${redis}export const f = (req: R) => redis.set('list:' + JSON.stringify(req.query), '1');`,
      errors: [{ messageId: 'json' }],
    },
    {
      name: 'the same for everybody',
      code: `${redis}export const f = (req: R) => redis.set('me', JSON.stringify(req.user));`,
      errors: [{ messageId: 'shared' }],
    },
    {
      name: 'a variable of the outside',
      code: "import { unstable_cache } from 'next/cache';\nexport const f = (id: string) => unstable_cache(() => load(id), ['a'])();",
      errors: [{ messageId: 'missing', data: { what: 'id' } }],
    },
  ],
});
