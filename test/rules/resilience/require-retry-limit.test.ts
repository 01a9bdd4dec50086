import { rule } from '../../../src/rules/resilience/require-retry-limit.js';
import { ruleTester } from '../../rule-tester.js';

const loop = (head: string, handler: string): string =>
  `export async function load(get: () => Promise<string>) {\n  ${head} {\n    try {\n      return await get();\n    } ${handler}\n  }\n}`;

ruleTester.run('require-retry-limit', rule as never, {
  valid: [
    { name: 'a count and a pause', code: loop('for (let i = 0; i < 3; i++)', 'catch { await sleep(2 ** i * 100); }') },
    { name: 'a deadline', code: loop('while (Date.now() < deadline)', 'catch { await sleep(100); }') },
    {
      name: 'a way out that counts',
      code: loop('while (true)', 'catch (e) { if (++n > 3) throw e; await sleep(100); }'),
    },
    {
      name: 'a consumer',
      code: 'export async function run(take: () => Promise<void>) { for (;;) { try { await take(); } catch (e) { console.error(e); } } }',
    },
    {
      name: 'one attempt for each item',
      code: 'export async function f(xs: X[]) { for (const x of xs) { try { return await x.load(); } catch {} } }',
    },
    {
      name: 'a reconnecting client',
      code: 'export async function connect() { try { await open(); } catch { await sleep(1000); return connect(); } }',
    },
    {
      name: 'a library with its own pauses',
      code: "import pRetry from 'p-retry';\nexport const f = (g: G) => pRetry(g, { retries: 3 });",
    },
    {
      name: 'a person who is asked again',
      code: "export async function promptPassword(): Promise<string> {\n  const first = await ask('one');\n  const second = await ask('two');\n  if (first !== second) return promptPassword();\n  return first;\n}",
    },
  ],
  invalid: [
    {
      name: 'a loop without an end',
      code: loop('while (true)', 'catch { await sleep(100); }'),
      errors: [{ messageId: 'endless', line: 2, column: 3 }],
    },
    {
      name: 'attempts without a pause',
      code: loop('for (let i = 0; i < 3; i++)', 'catch { last = i; }'),
      errors: [{ messageId: 'hasty' }],
    },
    {
      name: 'whatever went wrong',
      code: `import axios from 'axios';\n${loop('for (let i = 0; i < 3; i++)', 'catch { await sleep(100); }').replace('get()', "axios.get('/x')")}`,
      errors: [{ messageId: 'blind' }],
    },
    {
      name: 'a function that calls itself as it was called',
      code: 'export async function load(id: string) { try { return await get(id); } catch { return load(id); } }',
      errors: [{ messageId: 'endless', line: 1, column: 87 }],
    },
    {
      name: 'a library told to go on for ever',
      code: "import retry from 'async-retry';\nexport const f = (g: G) => retry(g, { forever: true });",
      errors: [{ messageId: 'endless' }],
    },
  ],
});
