import { rule } from '../../../src/rules/cache/require-cache-ttl.js';
import { ruleTester } from '../../rule-tester.js';

const redis = "import Redis from 'ioredis';\nconst redis = new Redis();\n";
const keyv = "import Keyv from 'keyv';\nconst cache = new Keyv();\n";

ruleTester.run('require-cache-ttl', rule as never, {
  valid: [
    { name: 'an expiry', code: `${redis}export const f = (v: V) => redis.set('user:1', JSON.stringify(v), 'EX', 60);` },
    { name: 'a lock', code: `${redis}export const f = () => redis.set('job', '1', 'NX', 'PX', 100);` },
    { name: 'state', code: `${redis}export const f = (v: V) => redis.set('settings', JSON.stringify(v));` },
    {
      name: 'a default of the client',
      code: "import Keyv from 'keyv';\nconst cache = new Keyv({ ttl: 1000 });\nexport const f = () => cache.set('a', 1);",
    },
    { name: 'a Map', code: 'const cache = new Map();\nexport const f = () => cache.set("a", 1);' },
    { name: 'an own wrapper', code: "import { cache } from './cache';\nexport const f = () => cache.set('a', 1);" },
    {
      name: 'words that mark what stays',
      code: `${redis}export const f = (v: V) => redis.set('catalogue:all', JSON.stringify(v));`,
      options: [{ durable: ['catalogue'] }],
    },
  ],
  invalid: [
    {
      name: 'a write for ever',
      code: `${redis}export const f = (v: V) => redis.set('user:1', JSON.stringify(v));`,
      errors: [
        {
          messageId: 'forever',
          line: 3,
          column: 28,
          data: { what: 'redis.set', how: "'EX', 3600" },
          suggestions: [
            {
              messageId: 'add',
              data: { code: "'EX', 3600" },
              output: `${redis}export const f = (v: V) => redis.set('user:1', JSON.stringify(v), 'EX', 3600);`,
            },
          ],
        },
      ],
    },
    {
      name: 'no expiry is no expiry',
      code: `${keyv}export const f = () => cache.set('a', 1, 0);`,
      errors: [
        {
          messageId: 'forever',
          suggestions: [{ messageId: 'add', output: `${keyv}export const f = () => cache.set('a', 1, 3_600_000);` }],
        },
      ],
    },
    {
      name: 'a time that no caller gives',
      code: `${keyv}function put(key: string, value: string, ttl?: number) { return cache.set(key, value, ttl); }\nput('a', 'b');`,
      errors: [{ messageId: 'forever' }],
    },
  ],
});
