import { rule } from '../../../src/rules/resilience/no-unhandled-stream-error.js';
import { ruleTester } from '../../rule-tester.js';

const fs = "import fs from 'node:fs';\n";
const redis = "import { createClient } from 'redis';\n";

ruleTester.run('no-unhandled-stream-error', rule as never, {
  valid: [
    {
      name: 'a listener in the chain',
      code: `${fs}export const f = (res: R, next: N) => fs.createReadStream('a').on('error', next).pipe(res);`,
    },
    { name: "RxJS's pipe", code: "import { of, map } from 'rxjs';\nexport const f = of(1).pipe(map(String));" },
    { name: 'a stream from elsewhere', code: 'export const f = (stream: S, res: R) => stream.pipe(res);' },
    { name: 'a listener later on', code: `${redis}const client = createClient();\nclient.on('error', console.error);` },
    {
      name: 'a listener in another method',
      code: `${redis}class Cache { client = createClient(); start() { this.client.on('error', console.error); } }`,
    },
    { name: 'given back to callers', code: `${redis}export const make = () => createClient();` },
    { name: 'ioredis, which logs by itself', code: "import Redis from 'ioredis';\nexport const redis = new Redis();" },
  ],
  invalid: [
    {
      name: 'a piped file',
      code: `${fs}export const f = (res: R) => fs.createReadStream('a').pipe(res);`,
      errors: [{ messageId: 'pipe', line: 2, column: 30, data: { what: 'fs.createReadStream' } }],
    },
    {
      name: 'a client',
      code: `${redis}export const client = createClient();`,
      errors: [{ messageId: 'emitter', line: 2, column: 23, data: { what: 'createClient' } }],
    },
    {
      name: 'a pool that an ORM is given',
      code: "import { Pool } from 'pg';\nimport { drizzle } from 'drizzle-orm/node-postgres';\nconst pool = new Pool();\nexport const db = drizzle(pool);",
      errors: [{ messageId: 'emitter', data: { what: 'new Pool' } }],
    },
    {
      name: 'sockets of a server',
      code: "import { WebSocketServer } from 'ws';\nconst server = new WebSocketServer({ port: 1 });\nserver.on('connection', (socket) => { socket.on('message', console.log); });",
      errors: [{ messageId: 'connection', line: 3 }],
    },
  ],
});
