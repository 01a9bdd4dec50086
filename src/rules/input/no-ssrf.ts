import { hasKind } from '../../facts/flow/kinds.js';
import { doesNotFollow } from '../../facts/flow/redirects.js';
import { createFlowRule } from '../../rule/flow-rule.js';

export const rule = createFlowRule({
  name: 'no-ssrf',
  level: 'error',
  description: 'disallow requests to addresses that the client chooses',
  cwe: [918],
  kinds: ['url', 'html'],
  message:
    '{{source}} decides where {{sink}} sends its request{{way}}: a client reaches 169.254.169.254 and every service inside the network through this server. Compare the host of the parsed URL with a list of allowed ones, and do not follow redirects.',
  // HTML that is rendered on the server loads what it names; HTML of an answer is a matter of no-reflected-xss.
  isMeant: ({ kind, clean, sink }) =>
    kind === 'html' ? sink.row !== null : !(hasKind(clean, 'private') && doesNotFollow(sink)),
});
