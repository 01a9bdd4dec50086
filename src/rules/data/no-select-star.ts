import { piecesOf } from '../../facts/text.js';
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
  },
  mentions: /\*/,
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      Query(query) {
        if (!query.text || query.proof === 'name') return;
        const pieces = piecesOf(query.text);
        if (pieces && analyseSql(pieces)?.star) report({ node: query.text, message: 'star' });
      },
    };
  },
});
