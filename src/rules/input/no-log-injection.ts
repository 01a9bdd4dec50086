import { createFlowRule } from '../../rule/flow-rule.js';

export const rule = createFlowRule({
  name: 'no-log-injection',
  level: 'strict',
  description: 'disallow request data with line breaks in logs of text lines',
  cwe: [117],
  kinds: ['log'],
  message:
    '{{source}} is printed by {{sink}} as it came{{way}}: with a line break in it a client writes log lines of its own, and the trail of an incident lies. Log JSON, or take the line breaks out.',
  // Node refuses line breaks in headers and addresses; an object is printed with its line breaks escaped.
  isMeant: ({ source }) => !['headers', 'url'].includes(source.source.part) && source.path.length > 0,
});
