import { rule } from '../../../src/rules/http/no-unhandled-async-handler.js';
import { ruleTester } from '../../rule-tester.js';

const events = "import { EventEmitter } from 'events';\nconst bus = new EventEmitter();\n";

ruleTester.run('no-unhandled-async-handler', rule as never, {
  valid: [
    {
      name: 'Express of an unknown version',
      code: "import express from 'express';\nexpress().get('/', async (req, res) => { res.json(await load()); });",
    },
    {
      name: 'a timer that catches',
      code: 'setInterval(async () => { try { await load(); } catch (error) { report(error); } }, 1000);',
    },
    { name: 'a timer that waits for time only', code: 'setTimeout(async () => { await sleep(10); }, 1000);' },
    {
      name: 'said to be meant',
      code: 'const run = async () => { await load(); };\nsetInterval(() => void run(), 1000);',
    },
    { name: 'a listener of something unknown', code: "bus.on('x', async () => { await load(); });" },
    { name: 'a shutdown', code: "process.on('SIGTERM', async () => { await close(); });" },
    {
      name: 'an inner catch round an inner finally',
      code: `${events}bus.on('x', async () => { try { try { await load(); } finally { done(); } } catch (error) { report(error); } });`,
    },
  ],
  invalid: [
    {
      name: 'a timer',
      code: 'setInterval(async () => { await load(); }, 1000);',
      errors: [
        {
          messageId: 'timer',
          data: { name: 'setInterval', what: 'await load()' },
          suggestions: [
            {
              messageId: 'log',
              output:
                'setInterval(async () => { try { await load(); } catch (error) { console.error(error); } }, 1000);',
            },
          ],
        },
      ],
    },
    {
      name: 'a timer by name',
      code: 'async function tick() { await load(); }\nsetInterval(tick, 1000);',
      errors: [
        {
          messageId: 'timer',
          suggestions: [
            {
              messageId: 'log',
              output:
                'async function tick() { await load(); }\nsetInterval((...args) => tick(...args).catch((error) => console.error(error)), 1000);',
            },
          ],
        },
      ],
    },
    {
      name: 'a listener',
      code: `${events}bus.on('paid', async (order) => await settle(order));`,
      errors: [
        {
          messageId: 'event',
          data: { name: 'paid', what: 'await settle(order)' },
          suggestions: [
            {
              messageId: 'log',
              output: `${events}bus.on('paid', async (order) => { try { await settle(order); } catch (error) { console.error(error); } });`,
            },
          ],
        },
      ],
    },
    {
      name: 'a server of Node.js',
      code: "import { createServer } from 'node:http';\ncreateServer(async (req, res) => { throw new Error('x'); });",
      errors: [{ messageId: 'server', suggestions: 1 as never }],
    },
  ],
});
