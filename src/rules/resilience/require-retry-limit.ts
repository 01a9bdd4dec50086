import { isBrowserCode } from '../../facts/browser.js';
import { faultyRetriesOf } from '../../facts/retries.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'require-retry-limit',
  area: 'resilience',
  level: 'warn',
  description: 'require retries that end, wait in between, and spare what cannot succeed',
  cwe: [835, 1088],
  mentions: /\bcatch\b|retry|async|backOff/i,
  messages: {
    endless:
      'This tries again for ever: while the other side is down, the request that waits here never ends, and each of them keeps hitting what is failing. Count the attempts and give up after a few.',
    hasty:
      'These attempts follow each other without a pause: all of them fail within milliseconds, and a service that is overloaded gets several times the load. Wait in between, longer each time, with some randomness.',
    blind:
      'This tries again whatever went wrong: a 400, 401 or 404 fails the same way every time and costs the caller all of the waiting. Look at the error first, and retry only timeouts, 429 and 5xx.',
  },
  create({ file, report }) {
    if ((file.kind !== 'source' && file.kind !== 'config') || isBrowserCode(file)) return {};
    return {
      File() {
        for (const { node, fault } of faultyRetriesOf(file)) report({ node, message: fault });
      },
    };
  },
});
