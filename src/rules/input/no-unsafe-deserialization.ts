import { createFlowRule } from '../../rule/flow-rule.js';

export const rule = createFlowRule({
  name: 'no-unsafe-deserialization',
  level: 'error',
  description: 'disallow request data in formats that build functions and objects while they are read',
  cwe: [502],
  kinds: ['serialized'],
  message:
    '{{source}} is read by {{sink}}{{way}}, which builds functions and objects of any kind: reading it runs what the client wrote. Take JSON and a schema instead.',
});
