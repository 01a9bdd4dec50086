import { misleadingOf } from '../../facts/responses/misleading.js';
import { createRule } from '../../rule/create-rule.js';
import { isInside } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'no-misleading-status',
  area: 'http',
  level: 'warn',
  description: 'disallow answers whose status says the opposite of the answer',
  mentions: /status|json|send|body|Response|render|catch/,
  messages: {
    errorWithSuccess:
      'An error goes out with status {{status}}: clients, caches and monitors take it for a success, and nobody is alerted. Answer with the 4xx or 5xx that it is.',
    caught:
      'What failed is answered with status {{status}}: clients and monitors take it for a success, and nobody is alerted. Answer with the 4xx or 5xx that it is.',
    validation:
      'A request that is not valid is answered with 500: clients repeat it, and somebody is woken up for it. Answer 400 or 422.',
    body: 'A {{status}} has no body: what is given here never arrives. Answer 200, or leave the body out.',
    forbidden: 'Who asks is known here and may not: that is 403. After a 401 clients sign in again, and again.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { answer, fault } of misleadingOf(file)) {
          const { node, statusNode, status } = answer;
          const isOwn = statusNode !== null && isInside(statusNode, node);
          report({ node: isOwn ? statusNode : node, message: fault, data: { status: String(status) } });
        }
      },
    };
  },
});
