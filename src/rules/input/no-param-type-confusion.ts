import { confusionsOf } from '../../facts/flow/confusion.js';
import { createRule } from '../../rule/create-rule.js';
import { sourceText } from '../../model/file.js';

export const rule = createRule({
  name: 'no-param-type-confusion',
  area: 'input',
  level: 'warn',
  description: 'disallow checks of texts that a client walks round by sending a list or an object',
  cwe: [843, 20],
  suggests: true,
  mentions: /\.(?:length|includes|indexOf)\b|===?|\bif \(!?\w+\(/,
  messages: {
    confused:
      '{{value}} is checked by {{by}} as if it were a text, but a client can send a list or an object under that name: the check says yes and the value goes on. Make it a text first, or test typeof or a schema.',
    text: 'Make it a text: String({{value}})',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { value, by } of confusionsOf(file)) {
          const text = sourceText(value);
          report({
            node: value,
            message: 'confused',
            data: { value: text, by },
            suggest: [
              { message: 'text', data: { value: text }, fix: (fixer) => fixer.replaceText(value, `String(${text})`) },
            ],
          });
        }
      },
    };
  },
});
