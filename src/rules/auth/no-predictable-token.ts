import { predictableValuesOf, type PredictableValue } from '../../facts/credentials/predictable.js';
import { findUnpredictable } from '../../fix/unpredictable.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-predictable-token',
  area: 'auth',
  level: 'error',
  description: 'disallow tokens, session ids, passwords and codes that can be guessed',
  cwe: [330, 338],
  fixable: true,
  suggests: true,
  mentions: /[rR]andom|sample|shuffle|Date\.now|new Date|performance|hrtime|\+\+|import|require/,
  messages: {
    random:
      '{{source}} is no secret: whoever sees a few of its numbers computes the next ones, and with them {{name}} of somebody else. Take it from crypto (randomBytes, randomUUID, randomInt).',
    time: '{{source}} is known to everybody up to some milliseconds, so {{name}} can be found by trying a few thousand values. Take it from crypto (randomBytes, randomUUID).',
    counter:
      '{{source}} counts, so whoever has one {{name}} knows the next. Take it from crypto (randomBytes, randomUUID).',
    replace: 'Use {{code}}',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const found of predictableValuesOf(file)) {
          const fix = findUnpredictable(found, file);
          report({
            node: found.source,
            message: found.how,
            data: { source: sourceText(found, file.text), name: nameText(found) },
            ...(fix?.keeps ? { fix: fix.fix } : {}),
            suggest: [fix && !fix.keeps ? { message: 'replace', data: { code: fix.code }, fix: fix.fix } : null],
          });
        }
      },
    };
  },
});

const sourceText = ({ source }: PredictableValue, text: string): string => {
  const code = text.slice(...source.range).replaceAll(/\s+/g, ' ');
  return code.length <= 40 ? code : `${code.slice(0, 37)}…`;
};

const nameText = ({ name }: PredictableValue): string => `'${name.charAt(0).toLowerCase()}${name.slice(1)}'`;
