import { rule } from '../../../src/rules/logging/prefer-structured-logger.js';
import { ruleTester } from '../../rule-tester.js';

ruleTester.run('prefer-structured-logger', rule as never, {
  valid: [
    { name: 'a logger', code: "import pino from 'pino';\npino().info('x');" },
    { name: 'an own console', code: 'const console = make();\nconsole.log(1);' },
    { name: 'a command', code: '#!/usr/bin/env node\nconsole.log(1);' },
    { name: 'an allowed method', code: 'console.error(1);', options: [{ allow: ['error'] }] },
  ],
  invalid: [
    { name: 'console', code: 'console.log(1);', errors: [{ messageId: 'console', line: 1, column: 1 }] },
    {
      name: 'another method',
      code: 'console.warn(1);',
      options: [{ allow: ['error'] }],
      errors: [{ messageId: 'console' }],
    },
  ],
});
