import { relative } from 'node:path';

import { misplacedImportsOf, type EdgeRuntime } from '../../facts/edge.js';
import { createRule } from '../../rule/create-rule.js';

const RUNTIMES: Readonly<Record<EdgeRuntime, string>> = {
  vercel: 'the edge runtime',
  workers: 'Workers without nodejs_compat',
  'workers-node': 'Workers',
  deno: 'Deno at the edge',
};

export const rule = createRule({
  name: 'no-node-only-in-edge',
  area: 'resilience',
  level: 'error',
  description: 'disallow modules that only Node.js has in code for edge runtimes',
  mentions: /runtime|fetch|middleware|Deno|export default|import/,
  messages: {
    direct:
      "'{{module}}' does not exist in {{runtime}}, for which this file is declared: it fails to build, or at the first request. Use a web API or a client over HTTP, or run this on Node.js.",
    behind:
      "This brings '{{module}}' along ({{through}}), which does not exist in {{runtime}}: the file fails to build, or at the first request. Import only what runs there, or run this on Node.js.",
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { node, module, through, runtime } of misplacedImportsOf(file))
          report({
            node,
            message: through ? 'behind' : 'direct',
            data: {
              module,
              runtime: RUNTIMES[runtime],
              through: through ? relative(file.project.findPackage(file.path)?.workspaceRoot ?? '', through.path) : '',
            },
          });
      },
    };
  },
});
