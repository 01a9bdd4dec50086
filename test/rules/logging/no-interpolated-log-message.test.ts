import { rule } from '../../../src/rules/logging/no-interpolated-log-message.js';
import { ruleTester } from '../../rule-tester.js';

const pino = "import pino from 'pino';\nconst logger = pino();\n";
const fixed = (name: string, code: string, output: string | null) => ({
  name,
  code: pino + code,
  errors: [{ messageId: 'interpolated' as const }],
  output: output === null ? null : pino + output,
});

ruleTester.run('no-interpolated-log-message', rule as never, {
  valid: [
    { name: 'a constant message', code: `${pino}logger.info({ id }, 'paid');` },
    {
      name: 'a constant in it',
      code: `${pino}const v = '1.2';\nlogger.info(\`version \${v}\`);`,
    },
    { name: 'console has no fields', code: "console.log('paid ' + id);" },
    { name: "an error's message", code: `${pino}try { f(); } catch (err) { logger.error('x ' + err.message); }` },
  ],
  invalid: [
    {
      name: 'a value at the end',
      code: `${pino}logger.info('paid ' + id);`,
      errors: [
        {
          message:
            'The value is baked into the message: no two lines are the same, and at 3 a.m. nobody can filter by it or count them. Log a constant message, and the value as a field.',
          column: 13,
        },
      ],
      output: `${pino}logger.info({ id }, 'paid');`,
    },
    fixed('a member', "logger.info('paid order ' + order.id);", "logger.info({ orderId: order.id }, 'paid order');"),
    fixed('beside fields', "logger.info({ a }, 'paid ' + total);", "logger.info({ a, total }, 'paid');"),
    fixed('in the middle', "logger.info('order ' + id + ' was paid');", "logger.info({ id }, 'order was paid');"),
    fixed('a unit', "logger.info('took ' + ms + 'ms');", null),
    fixed('a value without a name', "logger.info('sum ' + f());", null),
  ],
});
