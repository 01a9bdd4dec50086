import { missingIndexOf } from '../../facts/schema/unindexed.js';
import { createRule } from '../../rule/create-rule.js';
import { smallTables } from '../../rule/options.js';

export const rule = createRule({
  name: 'require-query-index',
  area: 'data',
  level: 'strict',
  description: 'require an index for what queries filter and sort by',
  options: {
    smallTables: smallTables('Tables or entities that stay small, and are read whole as fast as by an index.'),
  },
  messages: {
    filter:
      'No index of `{{table}}` begins with a column that this filters by: it reads the whole table each time. Add an index on ({{columns}}).',
    sort: 'No index of `{{table}}` begins with `{{columns}}`: the whole table is read and sorted to give the first rows. Add an index on ({{columns}}).',
  },
  create({ file, options, report }) {
    if (file.kind !== 'source') return {};
    const small = new Set(options.smallTables.map((name) => name.toLowerCase()));
    return {
      Query(query) {
        if (query.proof === 'name' || (query.op !== 'read-many' && query.op !== 'read-one') || query.text) return;
        if (query.entity === null || small.has(query.entity.toLowerCase())) return;
        const missing = missingIndexOf(query, file);
        if (!missing) return;
        report({
          node: query.start,
          message: missing.for,
          data: { table: query.entity, columns: missing.columns.join(', ') },
        });
      },
    };
  },
});
