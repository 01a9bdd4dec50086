import { createFlowRule } from '../../rule/flow-rule.js';

export const rule = createFlowRule({
  name: 'no-xxe',
  level: 'error',
  description: 'disallow request data in XML that is read with entities',
  cwe: [611, 776],
  kinds: ['xml'],
  message:
    '{{source}} is read as XML by {{sink}} with entities replaced{{way}}: a document of the client reads files of the server or fills its memory. Leave the option out.',
});
