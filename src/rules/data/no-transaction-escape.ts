import { escapesOf, type Escape } from '../../facts/transactions/escapes.js';
import { keptClientsOf, looseBeginsOf } from '../../facts/transactions/strays.js';
import { findTransactionFix } from '../../fix/transaction.js';
import type { TransactionScope } from '../../model/transaction.js';
import { createRule } from '../../rule/create-rule.js';
import { calleeName, keyName } from '../../syntax/nodes.js';
import type { FunctionNode, Node } from '../../syntax/ast.js';

export const rule = createRule({
  name: 'no-transaction-escape',
  area: 'data',
  level: 'error',
  description: 'require that everything inside a transaction goes through its client',
  cwe: [662],
  fixable: true,
  mentions: /trans|begin|\btrx|\btx|session|atomic/i,
  messages: {
    client:
      '{{what}} runs outside of this transaction, on a connection of its own: a rollback does not undo it, it does not see what the transaction wrote, and waiting for a free connection can deadlock. Use {{client}}.',
    option:
      '{{what}} is not handed the transaction and runs outside of it: a rollback does not undo it, and it waits for locks that the transaction itself holds. Pass {{client}}.',
    argument:
      '{{what}} is given the outer client {{argument}}, so its queries run outside of this transaction: a rollback does not undo them. Hand it {{client}}.',
    missing:
      '{{what}} takes the transaction as its argument "{{parameter}}" and is not given it: its queries run outside, where a rollback does not undo them. Pass {{client}}.',
    helper:
      '{{what}} queries through a client of its own, outside of this transaction: a rollback does not undo it, and it does not see what the transaction wrote. Let it take the client, and pass {{client}}.',
    kept: 'The client of the transaction is kept in {{what}} after it: whoever uses it later meets a closed transaction, or a connection that serves another request. Use it inside only.',
    pool: 'This {{what}} goes to whichever connection of the pool is free, and so does every query after it: what follows is in no transaction, and the connection goes back to the pool with one open. Check one client out, or use the transaction callback.',
  },
  create({ file, sourceCode, report }) {
    if (file.kind !== 'source' && file.kind !== 'config' && file.kind !== 'script') return {};
    const textOf = (node: Node): string => {
      const text = sourceCode.text.slice(...node.range).replaceAll(/\s+/g, ' ');
      return text.length <= 60 ? text : `${text.slice(0, 57)}…`;
    };
    const clientOf = (scope: TransactionScope, code?: string): string =>
      code ?? scope.client ?? "the transaction's client";

    const findingOf = (escape: Escape): void => {
      const { scope } = escape;
      const fix = findTransactionFix(escape);
      switch (escape.how) {
        case 'client': {
          const { start } = escape.query;
          const what = textOf(start.type === 'CallExpression' ? start.callee : start.tag);
          report({
            node: escape.root,
            message: 'client',
            data: { what, client: clientOf(scope, fix?.code) },
            fix: fix?.fix ?? null,
          });
          return;
        }
        case 'option': {
          const what = textOf(escape.call.callee);
          report({
            node: escape.call,
            message: 'option',
            data: { what, client: clientOf(scope, fix?.code) },
            fix: fix?.fix ?? null,
          });
          return;
        }
        case 'argument': {
          const data = { what: textOf(escape.call.callee), argument: textOf(escape.argument), client: clientOf(scope) };
          report({ node: escape.argument, message: 'argument', data, fix: fix?.fix ?? null });
          return;
        }
        case 'missing': {
          const { index, path, fn } = escape.parameter;
          const parameter = path.at(-1) ?? nameOf(fn, index);
          const data = { what: textOf(escape.call.callee), parameter, client: clientOf(scope) };
          report({ node: escape.call, message: 'missing', data, fix: fix?.fix ?? null });
          return;
        }
        case 'function':
          report({
            node: escape.call,
            message: 'helper',
            data: { what: textOf(escape.call.callee), client: clientOf(scope) },
          });
      }
    };

    return {
      File() {
        for (const escape of escapesOf(file)) findingOf(escape);
        for (const { node, name } of keptClientsOf(file)) report({ node, message: 'kept', data: { what: name } });
        for (const node of looseBeginsOf(file))
          report({
            node,
            message: 'pool',
            data: { what: node.type === 'CallExpression' ? `${calleeName(node) ?? ''}('BEGIN')` : 'BEGIN' },
          });
      },
    };
  },
});

/** The name of a function's parameter. */
function nameOf(fn: FunctionNode, index: number): string {
  const parameter = fn.params[index];
  const id = parameter?.type === 'AssignmentPattern' ? parameter.left : parameter;
  if (id?.type === 'Identifier') return id.name;
  const first = id?.type === 'ObjectPattern' ? id.properties[0] : undefined;
  return first?.type === 'Property' ? (keyName(first.key, first.computed) ?? 'transaction') : 'transaction';
}
