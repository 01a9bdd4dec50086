import { unhandledAsyncOf } from '../../facts/errors/unhandled-async.js';
import { catchErrors } from '../../fix/catch.js';
import { fileOf } from '../../model/file.js';
import { locOf } from '../../model/place.js';
import { createRule } from '../../rule/create-rule.js';
import type { TSESTree } from '../../syntax/ast.js';
import { isFunction } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'no-unhandled-async-handler',
  area: 'http',
  level: 'error',
  description: 'disallow async handlers whose errors reach nobody',
  cwe: [248, 755],
  suggests: true,
  mentions: /async|=>/,
  messages: {
    handler:
      'Express 4 does not wait for this async function: when {{what}} fails, nobody answers, the request hangs until it times out, and Node.js ends the process. Hand the error to next(), or wrap the handler.',
    server:
      'The server does not wait for this async function: when {{what}} fails, nobody answers, and Node.js ends the process. Catch the error here and answer 500.',
    event:
      "Nobody waits for this async listener of '{{name}}': when {{what}} fails, the rejection is unhandled and Node.js ends the process. Catch the error inside.",
    timer:
      'Nobody waits for the async function that {{name}} runs: when {{what}} fails, the rejection is unhandled and Node.js ends the process. Catch the error inside.',
    next: 'Catch the error and hand it to next()',
    log: 'Catch the error',
  },
  create({ file, sourceCode, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { node, fn, rejection, by, name } of unhandledAsyncOf(file)) {
          const isExpress = by === 'express';
          const fix = fn.async || node !== fn ? catchErrors(node, fn, sourceCode.text, isExpress) : null;
          const text = rejectionText(rejection);
          report({
            node,
            ...(isFunction(node) ? { loc: headOf(node) } : {}),
            message: isExpress ? 'handler' : by === 'node-http' ? 'server' : by,
            data: { what: text, name },
            suggest: [fix && { message: isExpress ? 'next' : 'log', fix }],
          });
        }
      },
    };

    /** `await users.find(…)`, as its reader knows it; of another file, the expression's kind. */
    function rejectionText(node: TSESTree.Node): string {
      if (node.type === 'ThrowStatement') return 'it throws, or what it waits for';
      if (fileOf(node) !== file) return 'what it waits for';
      const text = sourceCode.getText(node).replaceAll(/\s+/g, ' ');
      return text.length <= 60 ? text : `${text.slice(0, 56)}…`;
    }
  },
});

/** A function is marked at its head, not over all of its lines. */
const headOf = (fn: TSESTree.Node): TSESTree.SourceLocation => ({
  start: locOf(fn).start,
  end: locOf((fn as TSESTree.ArrowFunctionExpression).body).start,
});
