import { createFlowRule } from '../../rule/flow-rule.js';

export const rule = createFlowRule({
  name: 'no-user-regexp',
  level: 'error',
  description: 'disallow regular expressions that the client writes',
  cwe: [1333, 730],
  kinds: ['regexp'],
  message:
    '{{source}} becomes a regular expression in {{sink}}{{way}}: a pattern like (a+)+\$ keeps the only thread busy for minutes, for everybody. Escape it first, or compare with includes().',
});
