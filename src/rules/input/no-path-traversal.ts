import { createFlowRule } from '../../rule/flow-rule.js';

export const rule = createFlowRule({
  name: 'no-path-traversal',
  level: 'error',
  description: 'disallow request data in file paths that can lead out of their folder',
  cwe: [22, 73],
  kinds: ['path'],
  message:
    '{{source}} becomes part of the path that {{sink}} opens{{way}}: with `../` in it a client reads or overwrites any file of the process. Take path.basename() of it, or resolve it and refuse what does not start with the folder.',
});
