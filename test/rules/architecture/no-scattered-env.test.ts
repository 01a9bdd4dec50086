import { rule } from '../../../src/rules/architecture/no-scattered-env.js';
import { ruleTester } from '../../rule-tester.js';

ruleTester.run('no-scattered-env', rule as never, {
  valid: [
    { name: 'what runtimes say', code: "const p = process.env.NODE_ENV === 'production';" },
    { name: 'a variable that is set', code: "process.env.TOKEN = 'x';" },
    { name: 'a child process', code: 'spawn("x", { env: { ...process.env } });' },
    { name: 'a named module', code: 'process.env.KEY;', filename: 'src/a.ts', options: [{ modules: ['src/a.ts'] }] },
  ],
  invalid: [
    {
      name: 'a read',
      code: 'const key = process.env.API_KEY;',
      errors: [
        {
          message:
            '`API_KEY` is read here, far from the configuration: nothing checks it at the start, and the first to learn that it is missing is a request at 3 a.m. Read and check it in one module, and import it from there.',
          column: 13,
        },
      ],
    },
    { name: 'a pattern', code: 'const { API_KEY } = process.env;', errors: [{ messageId: 'scattered' }] },
    { name: 'Deno', code: "Deno.env.get('API_KEY');", errors: [{ messageId: 'scattered', data: { name: 'API_KEY' } }] },
  ],
});
