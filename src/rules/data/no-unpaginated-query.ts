import { boundOf } from '../../facts/bounds.js';
import { destinationOf, isBackground, isWholesale } from '../../facts/destination.js';
import { isBesideRoutes, isInRequestPath } from '../../facts/request-path.js';
import { filtersOf } from '../../facts/filters.js';
import { findBoundFix } from '../../fix/bound.js';
import type { Query } from '../../model/query.js';
import { createRule } from '../../rule/create-rule.js';
import { option, smallTables } from '../../rule/options.js';
import type { Node } from '../../syntax/ast.js';

export const rule = createRule({
  name: 'no-unpaginated-query',
  area: 'data',
  level: 'warn',
  description: 'require a bound on the rows of a list read',
  cwe: [770],
  suggests: true,
  options: {
    checkFiltered: option.boolean(
      false,
      "Also report reads filtered by a parent's id, and GROUP BY without a bound.",
      true,
    ),
    referenceTables: smallTables(
      'Tables or entities that stay small and may be read whole, by their name or its last word.',
    ),
    limit: option.integer(100, 1, 'The number of rows that the suggestion writes.'),
  },
  messages: {
    unbounded:
      '{{what}} reads every row there is: the answer, and the memory to hold it, grow with the table. Bound it ({{how}}) and page through the rest.',
    filtered:
      '{{what}} has a filter but no bound: one {{filter}} with many rows brings all of them into memory. Bound it ({{how}}) and page through the rest.',
    bound: 'Read at most {{limit}} rows: {{code}}',
  },
  create({ file, options, sourceCode, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    const small = new Set(options.referenceTables.map((name) => name.toLowerCase()));

    // `oAuthProvider` is one of few; of `userSettings` every user has some.
    const isSmall = (entity: string): boolean =>
      small.has(entity.toLowerCase()) ||
      (small.has(/([A-Z]?[a-z]+)$/.exec(entity)?.[1]?.toLowerCase() ?? '') && !OF_SOMEBODY.test(entity));

    const isServed = (node: Node): boolean => isInRequestPath(node) || isBesideRoutes(file);

    const isReported = (query: Query): boolean => {
      if (!query.run || query.proof === 'name') return false;
      if (query.entity !== null && isSmall(query.entity)) return false;
      const bound = boundOf(query);
      if (bound !== 'none') return options.checkFiltered && (bound === 'parent' || bound === 'grouped');
      if (isWholesale(query.start, file)) return false;
      const destination = destinationOf(query);
      // Rows that stay inside are work on a batch: only a read of the whole table is worth a word.
      const leaves =
        destination === 'response' ||
        destination === 'counted' ||
        (destination === 'caller' && !isBackground(file) && isServed(query.start));
      return leaves;
    };

    return {
      Query(query) {
        if (!isReported(query)) return;
        const fix = findBoundFix(query, options.limit);
        const filter = filtersOf(query).known.find(({ column }) => column !== '');
        report({
          node: query.run!,
          message: filter ? 'filtered' : 'unbounded',
          data: {
            what: nameOf(query, sourceCode.text),
            filter: filter?.column ?? '',
            how: fix?.code ?? query.row.boundName ?? query.row.boundLink ?? 'LIMIT',
          },
          suggest: [fix && { message: 'bound', data: { limit: String(options.limit), code: fix.code }, fix: fix.fix }],
        });
      },
    };
  },
});

const OF_SOMEBODY = /user|member|account|customer|client|tenant|team|org|group|project|workspace|space/i;

/** The query as its reader knows it: `prisma.user.findMany`, `this.contacts.find`, or the first words of its text. */
function nameOf(query: Query, source: string): string {
  const { start } = query;
  const callee = start.type === 'CallExpression' ? start.callee : start.tag;
  const text = source.slice(...callee.range).replaceAll(/\s+/g, ' ');
  return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
}
