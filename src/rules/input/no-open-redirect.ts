import { createFlowRule } from '../../rule/flow-rule.js';

export const rule = createFlowRule({
  name: 'no-open-redirect',
  level: 'error',
  description: 'disallow redirects to addresses that the client chooses',
  cwe: [601],
  kinds: ['redirect'],
  message:
    '{{source}} decides where {{sink}} leads the browser{{way}}: a link to this site ends at any other, with a copy of the login page. Redirect to a path from a closed list, or compare the host of new URL(target, base) with your own.',
  // A browser sets its own Host, and the address of this request is one of this site.
  isMeant: ({ source }) => source.source.part !== 'headers' && source.source.part !== 'url',
});
