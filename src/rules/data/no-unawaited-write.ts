import { droppedWritesOf, type DroppedWrite } from '../../facts/transactions/dropped.js';
import { createRule } from '../../rule/create-rule.js';
import { calleeName } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'no-unawaited-write',
  area: 'data',
  level: 'error',
  description: 'require that somebody waits for every write',
  cwe: [252],
  fixable: true,
  mentions:
    /create|insert|update|delete|destroy|save|remove|upsert|transaction|execute|query|increment|INSERT|UPDATE|DELETE|add|set|write/,
  messages: {
    write:
      'Nobody waits for {{what}}: the answer goes out before the row is written, and when the write fails, an unhandled rejection ends the process. Await it, or catch its failure.',
    never:
      '{{what}} is never awaited, and {{client}} sends a query only when it is: nothing is written, and no error says so. Await it.',
    unexecuted:
      '{{what}} is put together and never run: nothing is written, and no error says so. End it with execute() and await it.',
    transaction:
      'Nobody waits for the transaction that {{what}} opens: the answer goes out before it commits, and when it fails, an unhandled rejection ends the process. Await it.',
    each: 'The promises of {{what}} are thrown away: the code goes on before the rows are written, and a failure becomes an unhandled rejection. Await Promise.all of a map, or write all rows in one query.',
  },
  create({ file, sourceCode, report }) {
    if (file.kind !== 'source' && file.kind !== 'config' && file.kind !== 'script') return {};
    return {
      File() {
        for (const dropped of droppedWritesOf(file)) {
          const { node, how, query } = dropped;
          const callee = node.type === 'CallExpression' ? node.callee : node;
          const text = sourceCode.text.slice(...callee.range).replaceAll(/\s+/g, ' ');
          report({
            node,
            message: how === 'function' ? 'write' : how,
            data: {
              what: text.length <= 60 ? text : `${text.slice(0, 57)}…`,
              client: query?.library.name ?? '',
            },
            fix: fixOf(dropped),
          });
        }
      },
    };

    function fixOf({ node, how, inAsync }: DroppedWrite): ReturnType<typeof awaited> | null {
      // A builder that lacks its last link wants more than `await`.
      if (!inAsync || how === 'unexecuted') return null;
      const isMap = how === 'each' && node.type === 'CallExpression' && calleeName(node) === 'map';
      return awaited(node, isMap);
    }

    function awaited(node: DroppedWrite['node'], isMap: boolean) {
      const holder = node.parent?.type === 'UnaryExpression' ? node.parent : null;
      const source = sourceCode.text.slice(...node.range);
      return (fixer: Parameters<NonNullable<Parameters<typeof report>[0]['fix']>>[0]) =>
        fixer.replaceText(holder ?? node, isMap ? `await Promise.all(${source})` : `await ${source}`);
    }
  },
});
