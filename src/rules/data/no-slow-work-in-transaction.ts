import { lineOf } from '../../model/file.js';
import { basename } from 'node:path';

import { slowWorkOf, type SlowWork } from '../../facts/transactions/slow-work.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-slow-work-in-transaction',
  area: 'data',
  level: 'warn',
  description: 'disallow waiting for other services inside a transaction',
  cwe: [667],
  mentions: /trans|begin|\btrx|\btx|session|atomic/i,
  messages: {
    slow: '{{what}} {{does}}{{place}} while the transaction is open: its row locks and its connection are held until the other side answers, and when that hangs, every request that wants them hangs too. Do it before, or after the commit.',
  },
  create({ file, sourceCode, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { node, does, inside } of slowWorkOf(file)) {
          const callee = node.type === 'CallExpression' || node.type === 'NewExpression' ? node.callee : node;
          const text = sourceCode.text.slice(...callee.range).replaceAll(/\s+/g, ' ');
          const line = inside && lineOf(inside.node);
          const place = !inside
            ? ''
            : inside.file === file
              ? ` (line ${line})`
              : ` (${basename(inside.file.path)}:${line})`;
          report({
            node,
            message: 'slow',
            data: { what: text.length <= 60 ? text : `${text.slice(0, 57)}…`, does: DOES[does] ?? 'waits', place },
          });
        }
      },
    };
  },
});

const DOES: Readonly<Partial<Record<SlowWork['does'], string>>> = {
  charge: 'moves money at another service',
  send: 'sends a message',
  enqueue: 'enqueues a job',
  publish: 'publishes a message',
  call: 'calls another service',
  upload: 'uploads',
  sleep: 'sleeps',
};
