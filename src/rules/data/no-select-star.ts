import { piecesOf } from '../../facts/text.js';
import { wholeRecordsOf } from '../../facts/whole-records/records.js';
import { analyseSql } from '../../sql/index.js';
import { createRule } from '../../rule/create-rule.js';

export const rule = createRule({
  name: 'no-select-star',
  area: 'data',
  level: 'strict',
  description: 'require queries to name the columns that they read',
  cwe: [200],
  messages: {
    star: '`SELECT *` reads every column, and those that a later migration adds: a password hash or a large text then travels to whoever gets these rows. Name the columns.',
    whole:
      'The whole {{entity}} goes to the client, {{what}}: a password hash or token in it travels to every browser and log on the way. Select the columns that the answer needs, or map the record to them.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      Query(query) {
        if (!query.text || query.proof === 'name') return;
        const pieces = piecesOf(query.text);
        if (pieces && analyseSql(pieces)?.star) report({ node: query.text, message: 'star' });
      },
      File() {
        for (const { node, entity, secret } of wholeRecordsOf(file))
          report({
            node,
            message: 'whole',
            data: { entity, what: secret === null ? 'with every column that it has' : `its ${secret} included` },
          });
      },
    };
  },
});
