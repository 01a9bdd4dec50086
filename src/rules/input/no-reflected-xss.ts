import { createFlowRule } from '../../rule/flow-rule.js';

export const rule = createFlowRule({
  name: 'no-reflected-xss',
  level: 'error',
  description: 'disallow request data in answers that a browser reads as HTML',
  cwe: [79],
  kinds: ['html'],
  message:
    '{{source}} stands unescaped in the page that {{sink}} sends{{way}}: a link with <script> in it runs in the session of whoever opens it. Escape it, render it by a template that does, or answer with JSON or text/plain.',
  // A whole body is sent as JSON; a property of one, or a text, as it is.
  isMeant: ({ source, sink }) =>
    sink.row === null && (source.path.length > 0 || source.source.part !== 'body' || source.steps.length > 0),
});
