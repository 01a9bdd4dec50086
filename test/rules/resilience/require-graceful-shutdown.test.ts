import { rule } from '../../../src/rules/resilience/require-graceful-shutdown.js';
import { ruleTester } from '../../rule-tester.js';

const process = (options: string): string =>
  `module.exports = { apps: [{ name: 'api', script: 'a.js', ${options} }] };`;

ruleTester.run('require-graceful-shutdown', rule as never, {
  valid: [
    {
      name: 'a handler that closes',
      code: "import express from 'express';\nconst app = express();\nconst server = app.listen(1);\nprocess.on('SIGTERM', () => server.close());",
    },
    {
      name: 'an application that is served elsewhere',
      code: "import express from 'express';\nexport const app = express();",
    },
    {
      name: 'a process that is waited for',
      code: process("exec_mode: 'cluster', kill_timeout: 5000"),
      filename: 'ecosystem.config.js',
    },
  ],
  invalid: [
    {
      name: 'a cluster that is killed',
      code: process("exec_mode: 'cluster'"),
      filename: 'ecosystem.config.js',
      errors: [{ messageId: 'kill', data: { name: 'api' } }],
    },
    {
      name: 'a process that restarts with every file',
      code: process('watch: true'),
      filename: 'ecosystem.config.js',
      errors: [{ messageId: 'watch', data: { name: 'api' } }],
    },
  ],
});
