import { rule } from '../../../src/rules/resilience/prefer-domain-errors.js';
import { ruleTester } from '../../rule-tester.js';

const decide = (test: string): string => `export function answer(error: Error) { return ${test} ? 404 : 500; }\n`;

ruleTester.run('prefer-domain-errors', rule as never, {
  valid: [
    { name: 'a text that nobody asks for', code: "export function f() { throw new Error('zyx: broken state'); }" },
    {
      name: 'a class of its own',
      code: `${decide("error.message === 'zyx: no such plan'")}class NoPlan extends Error {}\nexport function f() { throw new NoPlan('zyx: no such plan'); }`,
    },
  ],
  invalid: [
    {
      name: 'a text that is compared with',
      code: `${decide("error.message === 'zyx: no such plan'")}export function f() { throw new Error('zyx: no such plan'); }`,
      errors: [
        {
          messageId: 'text',
          line: 2,
          column: 29,
          data: { decider: 'This file', text: 'zyx: no such plan', name: 'ZyxNoSuchPlanError' },
        },
      ],
    },
    {
      name: 'a part of a text',
      code: `${decide("error.message.includes('zyx gone')")}export function f() { throw new Error('the plan is zyx gone'); }`,
      errors: [{ messageId: 'text' }],
    },
  ],
});
