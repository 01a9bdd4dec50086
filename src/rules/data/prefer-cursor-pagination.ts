import { offsetsOf } from '../../facts/page-size/offsets.js';
import { originOf } from '../../facts/page-size/origin.js';
import { fileOf, sourceText } from '../../model/file.js';
import { createRule } from '../../rule/create-rule.js';
import { smallTables } from '../../rule/options.js';
import { isInside } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'prefer-cursor-pagination',
  area: 'data',
  level: 'strict',
  description: 'prefer paging by the last row seen over paging by offset',
  options: {
    smallTables: smallTables('Tables or entities that stay small, so that any offset is near.'),
  },
  messages: {
    offset:
      '`{{code}}` comes from the request: page 10,000 makes the database read and throw away every row before it, and rows added meanwhile shift the pages. Ask for the rows after the last one seen (`WHERE id < cursor ORDER BY id DESC LIMIT n`).',
  },
  mentions: /skip|offset|\.page\(|\.range\(|paginate/i,
  create({ file, options, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    const small = new Set(options.smallTables.map((name) => name.toLowerCase()));
    return {
      Query(query) {
        if (query.proof === 'name' || /^(?:create|update|upsert|delete|count)$/.test(query.op)) return;
        if (query.entity !== null && small.has(query.entity.toLowerCase())) return;
        const offset = offsetsOf(query).find((each) => originOf(each).from === 'request');
        if (!offset) return;
        // Told where the query is, when its options are made elsewhere.
        const node = fileOf(offset) === file && isInside(offset, query.run ?? query.start) ? offset : query.start;
        report({
          node,
          message: 'offset',
          data: {
            code: sourceText(offset).replaceAll(/\s+/g, ' '),
          },
        });
      },
    };
  },
});
