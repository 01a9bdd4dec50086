import { rule } from '../../../src/rules/resilience/require-request-timeout.js';
import { ruleTester } from '../../rule-tester.js';

const axios = "import axios from 'axios';\n";
const suggested = (output: string, code: string) => [{ messageId: 'add' as const, data: { code }, output }];
const SIGNAL = 'signal: AbortSignal.timeout(10_000)';

ruleTester.run('require-request-timeout', rule as never, {
  valid: [
    {
      name: 'a signal that times out',
      code: 'export const load = (url: string) => fetch(url, { signal: AbortSignal.timeout(5000) });',
    },
    {
      name: 'a controller that a timer aborts',
      code: `export async function load(url: string) {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), 5000);
  try { return await fetch(url, { signal: controller.signal }); } finally { clearTimeout(timer); }
}`,
    },
    { name: 'options of callers that are not known', code: 'export const load = (url, init) => fetch(url, init);' },
    {
      name: 'a function of the same name',
      code: "import { fetch } from './own';\nexport const load = () => fetch('x');",
    },
    { name: 'an instance with a limit', code: `${axios}export const api = axios.create({ timeout: 5000 });` },
    {
      name: 'a limit for the whole library',
      code: `${axios}axios.defaults.timeout = 5000;\nexport const load = (url: string) => axios.get(url);`,
    },
    {
      name: 'a limit that an interceptor sets',
      code: `${axios}export const api = axios.create();\napi.interceptors.request.use((config) => { config.timeout = 5000; return config; });`,
    },
    {
      name: 'a dispatcher with limits',
      code: "import { Agent, setGlobalDispatcher } from 'undici';\nsetGlobalDispatcher(new Agent({ headersTimeout: 5000, bodyTimeout: 5000 }));\nexport const load = (url: string) => fetch(url);",
    },
    {
      name: 'a race against a timer',
      code: 'export const load = (url: string, timer: Promise<never>) => Promise.race([fetch(url), timer]);',
    },
    { name: 'an address of the page itself', code: "export const load = () => fetch('/api/users');" },
    { name: 'a client component', code: "'use client';\nexport const load = () => fetch('https://api.example.com');" },
    {
      name: 'a stream of events',
      code: "export const load = (url: string) => fetch(url, { headers: { accept: 'text/event-stream' } });",
    },
    { name: 'a database, by default', code: "import { Pool } from 'pg';\nexport const pool = new Pool();" },
  ],
  invalid: [
    {
      name: 'fetch, which waits for minutes',
      code: 'export const load = (url: string) => fetch(url);',
      errors: [
        {
          messageId: 'call',
          line: 1,
          column: 38,
          endLine: 1,
          endColumn: 48,
          data: { what: 'fetch', time: 'up to 5 minutes', how: SIGNAL },
          suggestions: suggested(`export const load = (url: string) => fetch(url, { ${SIGNAL} });`, SIGNAL),
        },
      ],
    },
    {
      name: 'options in a variable: the limit comes first, so that one of theirs would win',
      code: "const init = { method: 'POST' };\nexport const send = (url: string) => globalThis.fetch(url, init);",
      errors: [
        {
          messageId: 'call',
          suggestions: suggested(
            `const init = { method: 'POST' };\nexport const send = (url: string) => globalThis.fetch(url, { ${SIGNAL}, ...init });`,
            SIGNAL,
          ),
        },
      ],
    },
    {
      name: 'an instance is reported where it is made, and not at its calls',
      code: `${axios}const api = axios.create({ baseURL: 'https://api.example.com' });\nexport const load = () => api.get('/users');`,
      errors: [
        {
          messageId: 'client',
          line: 2,
          column: 13,
          data: { what: 'axios.create', time: 'for ever', how: 'timeout: 10_000' },
          suggestions: suggested(
            `${axios}const api = axios.create({ baseURL: 'https://api.example.com', timeout: 10_000 });\nexport const load = () => api.get('/users');`,
            'timeout: 10_000',
          ),
        },
      ],
    },
    {
      name: 'arguments in between are filled',
      // Outside of this package, whose cases set defaults of axios.
      filename: '/nowhere/app.ts',
      code: `${axios}export const ping = (url: string) => axios.post(url);`,
      errors: [
        {
          messageId: 'call',
          suggestions: suggested(
            `${axios}export const ping = (url: string) => axios.post(url, undefined, { timeout: 10_000 });`,
            'timeout: 10_000',
          ),
        },
      ],
    },
    {
      name: 'a limit of nothing is replaced',
      filename: '/nowhere/app.ts',
      code: `${axios}export const ping = (url: string) => axios.get(url, { timeout: 0 });`,
      errors: [
        {
          messageId: 'call',
          suggestions: suggested(
            `${axios}export const ping = (url: string) => axios.get(url, { timeout: 10_000 });`,
            'timeout: 10_000',
          ),
        },
      ],
    },
    {
      name: "node's own client, before its callback",
      code: "import https from 'node:https';\nexport const ping = (url: string, done: () => void) => https.get(url, () => done());",
      errors: [
        {
          messageId: 'call',
          suggestions: suggested(
            `import https from 'node:https';\nexport const ping = (url: string, done: () => void) => https.get(url, { ${SIGNAL} }, () => done());`,
            SIGNAL,
          ),
        },
      ],
    },
    {
      name: 'a database, with the option',
      code: "import { Pool } from 'pg';\nexport const pool = new Pool();",
      options: [{ checkDatabases: true }],
      errors: [
        {
          messageId: 'client',
          suggestions: suggested(
            "import { Pool } from 'pg';\nexport const pool = new Pool({ connectionTimeoutMillis: 5_000, statement_timeout: 30_000 });",
            'connectionTimeoutMillis: 5_000, statement_timeout: 30_000',
          ),
        },
      ],
    },
  ],
});
