import { createFlowRule } from '../../rule/flow-rule.js';

export const rule = createFlowRule({
  name: 'no-template-injection',
  level: 'error',
  description: 'disallow request data as the source or the options of a template',
  cwe: [1336, 94],
  kinds: ['template'],
  message:
    '{{source}} becomes part of the template that {{sink}} runs{{way}}: expressions in it are executed on the server. Keep the template constant and hand the value over as data of its own name.',
});
