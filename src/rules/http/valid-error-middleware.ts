import type { TSESLint } from '@typescript-eslint/utils';

import { handlerFaultsOf } from '../../facts/errors/error-handlers.js';
import { locOf } from '../../model/place.js';
import { createRule } from '../../rule/create-rule.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { isFunction } from '../../syntax/nodes.js';

export const rule = createRule({
  name: 'valid-error-middleware',
  area: 'http',
  level: 'error',
  description: 'require that error handlers are called, and answer',
  cwe: [755],
  fixable: true,
  mentions: /err|exception|catch|\be\b/i,
  messages: {
    arity:
      'Express takes a function of three parameters for a plain middleware: `{{first}}` is the request here, and this handler never sees an error. Declare the fourth parameter.',
    silent:
      'This error handler of {{library}} can end without an answer. The client waits until it gives up, and the connection stays open; answer on every way, or hand the error on.',
    swallows:
      'The error ends here, and the request goes on as if nothing had happened: the client reads a 404 or a success. Answer, or hand the error on.',
    dead: 'Hono catches what a handler throws before it reaches this catch, which never runs. Handle errors in app.onError(), or look at c.error after `await next()`.',
  },
  create({ file, report }) {
    if (file.kind !== 'source' && file.kind !== 'config') return {};
    return {
      File() {
        for (const { node, fn, fault, library } of handlerFaultsOf(file))
          report({
            node,
            ...(isFunction(node) || node.type === 'CatchClause' ? { loc: headOf(node) } : {}),
            message: fault,
            data: { library, first: fn.params[0]?.type === 'Identifier' ? fn.params[0].name : 'err' },
            fix: fault === 'arity' ? declareFourth(fn) : null,
          });
      },
    };
  },
});

/** Adds the fourth parameter; of type `unknown`, which needs no import, where the others have types. */
function declareFourth(fn: FunctionNode): ((fixer: TSESLint.RuleFixer) => TSESLint.RuleFix) | null {
  const last = fn.params.at(-1);
  if (fn.params.length !== 3 || last?.type !== 'Identifier') return null;
  return (fixer) => fixer.insertTextAfter(last, last.typeAnnotation ? ', _next: unknown' : ', _next');
}

const headOf = (node: Node): TSESTree.SourceLocation => ({
  start: locOf(node).start,
  end: locOf((node as TSESTree.ArrowFunctionExpression | TSESTree.CatchClause).body).start,
});
