import { rule } from '../../../src/rules/resilience/no-process-exit-in-handler.js';
import { ruleTester } from '../../rule-tester.js';

const head = "import express from 'express';\nconst app = express();\n";

ruleTester.run('no-process-exit-in-handler', rule as never, {
  valid: [
    {
      name: 'at the start',
      code: `${head}if (!process.env.KEY) process.exit(1);\napp.get('/', (req, res) => res.send(''));`,
    },
    {
      name: 'another process',
      code: `${head}app.delete('/jobs', (req, res) => { process.kill(req.body.pid); res.end(); });`,
    },
    {
      name: 'an exception that ends it',
      code: "process.on('uncaughtException', (error) => { console.error(error); process.exit(1); });",
    },
    {
      name: 'a function that ends it',
      code: "function leave() { server.close(() => process.exit(1)); }\nprocess.on('uncaughtException', (error) => { console.error(error); leave(); });",
    },
    { name: 'a listener that is not known', code: "process.on('uncaughtException', report);" },
    { name: 'an object called process', code: `${head}function f(process) { app.get('/', () => process.exit()); }` },
  ],
  invalid: [
    {
      name: 'in a handler',
      code: `${head}app.get('/', (req, res) => { process.exit(1); });`,
      errors: [{ messageId: 'exit' }],
    },
    {
      name: 'in a function that a handler calls',
      code: `${head}function fail() { process.exit(1); }\napp.get('/', (req, res) => { fail(); });`,
      errors: [{ messageId: 'exit', line: 3 }],
    },
    {
      name: 'an exception that is only logged',
      code: "process.on('uncaughtException', (error) => { console.error(error); });",
      errors: [{ messageId: 'carriesOn' }],
    },
  ],
});
