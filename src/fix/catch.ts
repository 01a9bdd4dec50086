import type { TSESLint } from '@typescript-eslint/utils';

import type { FunctionNode, Node } from '../syntax/ast.js';
import { isFunction } from '../syntax/nodes.js';

type Edit = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];

/**
 * Puts a `try` round the body of an async function written on the spot; a function given by name is called in one of its
 * own. With `next`, the error goes there (the parameter is added where it is missing), else to `console.error`.
 */
export function catchErrors(given: Node, fn: FunctionNode, source: string, toNext: boolean): Edit | null {
  const text = source.slice(given.range[0], given.range[1]);
  if (given !== fn || !isFunction(given)) {
    const round = toNext
      ? `(req, res, next) => Promise.resolve(${text}(req, res, next)).catch(next)`
      : `(...args) => ${text}(...args).catch((error) => console.error(error))`;
    return /^[\w$.]+$/.test(text) ? (fixer) => [fixer.replaceText(given, round)] : null;
  }
  const names = fn.params.map((each) => (each.type === 'Identifier' ? each.name : null));
  const isErrorHandler = fn.params.length === 4;
  const place = isErrorHandler ? 3 : 2;
  const next = toNext ? (fn.params.length > place ? names[place] : 'next') : '';
  if (next == null || (toNext && fn.params.length < place)) return null;
  const reaction = toNext ? `${next}(error);` : 'console.error(error);';
  return (fixer) => {
    const edits: TSESLint.RuleFix[] = [];
    if (toNext && fn.params.length === place) edits.push(fixer.insertTextAfter(fn.params.at(-1)!, ', next'));
    const [start, end] = fn.body.range;
    if (fn.body.type === 'BlockStatement') {
      edits.push(fixer.insertTextAfterRange([start, start + 1], ' try {'));
      edits.push(fixer.insertTextBeforeRange([end - 1, end], `} catch (error) { ${reaction} } `));
    } else {
      edits.push(fixer.replaceText(fn.body, `{ try { ${source.slice(start, end)}; } catch (error) { ${reaction} } }`));
    }
    return edits;
  };
}
