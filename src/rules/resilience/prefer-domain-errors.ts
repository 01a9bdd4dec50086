import { basename } from 'node:path';

import { classNameOf, textDecisionsOf } from '../../facts/errors/message-decisions.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'prefer-domain-errors',
  area: 'resilience',
  level: 'strict',
  description: 'prefer error classes to decisions on the text of a message',
  mentions: /throw new Error/,
  messages: {
    text: "{{decider}} decides by the text '{{text}}': whoever rewords or translates it turns a 404 into a 500, and no test says so. Throw a class of its own ({{name}}) or give it a code, and ask for that.",
  },
  create({ file, report }) {
    if (file.kind !== 'source') return {};
    return {
      File() {
        for (const { node, text, decider } of textDecisionsOf(file))
          report({
            node,
            message: 'text',
            data: {
              text: text.slice(0, 60),
              decider: decider === file ? 'This file' : basename(decider.path),
              name: classNameOf(text),
            },
          });
      },
    };
  },
});
