import { createFlowRule } from '../../rule/flow-rule.js';

export const rule = createFlowRule({
  name: 'no-code-injection',
  level: 'error',
  description: 'disallow request data in code that is run',
  cwe: [94, 95],
  kinds: ['code', 'query'],
  message:
    '{{source}} becomes part of the program that {{sink}} runs{{way}}: a client runs what it likes with the rights of the server. Look the operation up in a map of your own functions, or bind values as variables.',
});
