import { unboundedStatementsOf } from '../../facts/unbounded-writes/sql-files.js';
import { unboundedWritesOf } from '../../facts/unbounded-writes/writes.js';
import { fileOf } from '../../model/file.js';
import type { Query } from '../../model/query.js';
import { createRule } from '../../rule/create-rule.js';
import type { Node } from '../../syntax/ast.js';
import { isInside } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'no-unbounded-write',
  area: 'data',
  level: 'error',
  description: 'disallow UPDATE and DELETE without a condition',
  mentions: /update|delete|\bdel\b|destroy|truncate|clear|patch|increment|decrement|UPDATE|DELETE|TRUNCATE/,
  messages: {
    everyRow:
      '{{what}} has no condition: it {{does}} every row{{table}}, and only a backup brings the old ones back. Say which rows are meant.',
    mayBeEveryRow:
      'Where `{{value}}` is undefined, {{what}} has no condition left and {{does}} every row{{table}}. Refuse the missing value before, or require it in the type.',
  },
  create({ file, sourceCode, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { query, does, entity, missing } of unboundedWritesOf(file)) {
          const { start, text } = query;
          const data = {
            what: text ? 'This statement' : shortened(nameOf(query)),
            does: does === 'update' ? 'overwrites' : 'deletes',
            table: entity === null ? '' : ` of ${entity}`,
          };
          if (missing)
            report({
              node: isPartOf(missing, start) ? missing : start,
              message: 'mayBeEveryRow',
              data: { ...data, value: shortened(sourceCode.text.slice(...missing.range)) },
            });
          else report({ node: start, message: 'everyRow', data });
        }
      },
    };

    /** `prisma.user.deleteMany`; of a chain with its telling link: `knex(…).del`. */
    function nameOf({ start, links }: Query): string {
      const callee = start.type === 'TaggedTemplateExpression' ? start.tag : start.callee;
      const first = sourceCode.text.slice(...callee.range);
      const telling = links.find(({ row }) => row.op === 'update' || row.op === 'delete');
      return telling ? `${first}(…).${telling.name}` : first;
    }
  },
  schemas: {
    sql({ file, report }) {
      for (const { range, does, table } of unboundedStatementsOf(file))
        report({
          range,
          message: 'everyRow',
          data: {
            what: 'This statement',
            does: does === 'update' ? 'overwrites' : 'deletes',
            table: ` of ${table}`,
          },
        });
    },
  },
});

/** Whether a value is written in the statement that makes the query, not where a constant is. */
function isPartOf(value: Node, start: Node): boolean {
  let statement = start;
  while (statement.parent && !/Statement$|Declaration$/.test(statement.type)) statement = statement.parent;
  return fileOf(value) === fileOf(start) && isInside(value, statement);
}

function shortened(code: string): string {
  const line = code.replaceAll(/\s+/g, ' ');
  return line.length <= 60 ? line : `${line.slice(0, 57)}…`;
}
