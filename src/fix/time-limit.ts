import type { TSESLint } from '@typescript-eslint/utils';

import type { Outgoing } from '../model/outgoing.js';
import { isFunction, unwrap } from '../syntax/nodes.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix;

/** How a time limit is written into a call in its own library's form; null where that can't be told. */
export function findTimeLimitFix({ node, row, options }: Outgoing): { code: string; fix: Fix } | null {
  const code = row.write;
  if (code === undefined || node.arguments.some((argument) => argument.type === 'SpreadElement')) return null;
  if (code.startsWith('.')) return { code, fix: (fixer) => fixer.insertTextAfter(node, code) };
  if (options) return inOptions(options, code);
  const index = Number(row.options[0]);
  const callback = node.arguments.findIndex((argument) => isFunction(argument));
  const given = callback >= 0 ? callback : node.arguments.length;
  if (given > index) return null;
  const filling = 'undefined, '.repeat(index - given);
  if (callback >= 0)
    return { code, fix: (fixer) => fixer.insertTextBefore(node.arguments[callback]!, `${filling}{ ${code} }, `) };
  const last = node.arguments.at(-1);
  if (last) return { code, fix: (fixer) => fixer.insertTextAfter(last, `, ${filling}{ ${code} }`) };
  const text = `${filling}{ ${code} }`;
  // `new Client` without parentheses.
  const isBare = node.type === 'NewExpression' && node.range[1] === node.callee.range[1];
  if (isBare) return { code, fix: (fixer) => fixer.insertTextAfter(node, `(${text})`) };
  return { code, fix: (fixer) => fixer.insertTextBeforeRange([node.range[1] - 1, node.range[1]], text) };
}

function inOptions(options: NonNullable<Outgoing['options']>, code: string): { code: string; fix: Fix } {
  const object = unwrap(options);
  // What the caller gives still counts: it comes last.
  if (object.type !== 'ObjectExpression')
    return {
      code,
      fix: (fixer) =>
        [fixer.insertTextBefore(options, `{ ${code}, ...`), fixer.insertTextAfter(options, ' }')] as never,
    };
  const name = code.slice(0, code.indexOf(':'));
  const present = object.properties.find(
    (each) => each.type === 'Property' && each.key.type === 'Identifier' && each.key.name === name,
  );
  if (present) return { code, fix: (fixer) => fixer.replaceText(present, code) };
  const spread = object.properties.find(({ type }) => type === 'SpreadElement');
  if (spread) return { code, fix: (fixer) => fixer.insertTextBefore(spread, `${code}, `) };
  const last = object.properties.at(-1);
  if (!last) return { code, fix: (fixer) => fixer.replaceText(object, `{ ${code} }`) };
  return { code, fix: (fixer) => fixer.insertTextAfter(last, `, ${code}`) };
}
