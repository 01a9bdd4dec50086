import { rule } from '../../../src/rules/cache/no-unbounded-memory-cache.js';
import { ruleTester } from '../../rule-tester.js';

const use =
  'export async function f(id: string) { if (!cache.has(id)) cache.set(id, await load(id)); return cache.get(id); }';

ruleTester.run('no-unbounded-memory-cache', rule as never, {
  valid: [
    {
      name: 'something is taken out',
      code: `const cache = new Map();\n${use}\nexport const drop = (id: string) => cache.delete(id);`,
    },
    {
      name: 'a collection of one call',
      code: 'export function f(id: string) { const cache = new Map(); cache.set(id, 1); return cache; }',
    },
    {
      name: 'keys of which there are few',
      code: 'const cache = new Map();\nexport async function f(locale: string) { cache.set(locale, await load(locale)); return cache.get(locale); }',
    },
    {
      name: 'filled at the start',
      code: 'const cache = new Map();\nexport function register(id: string, v: V) { cache.set(id, v); }',
    },
    { name: 'a WeakMap', code: `const cache = new WeakMap();\n${use}` },
    { name: 'a bound', code: "import { LRUCache } from 'lru-cache';\nexport const cache = new LRUCache({ max: 10 });" },
    {
      name: 'formatters, of which there are few',
      code: 'const cache = new Map<string, Intl.DateTimeFormat>();\nexport function f(key: string) { if (!cache.has(key)) cache.set(key, new Intl.DateTimeFormat(key)); return cache.get(key); }',
    },
    {
      name: 'clients, of which there are few',
      code: 'const clients = new Map();\nexport function f(key: string) { if (!clients.has(key)) clients.set(key, connect(key)); return clients.get(key); }',
    },
  ],
  invalid: [
    {
      name: 'a Map that only grows',
      code: `const cache = new Map();\n${use}`,
      errors: [{ messageId: 'grows', line: 1, column: 15, data: { name: 'cache', line: '2' } }],
    },
    {
      name: 'a cache without a bound',
      code: "import { LRUCache } from 'lru-cache';\nexport const cache = new LRUCache({ allowStale: true });",
      errors: [{ messageId: 'unbounded', line: 2, data: { name: 'new LRUCache', line: '' } }],
    },
  ],
});
