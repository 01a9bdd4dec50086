import type { TSESLint } from '@typescript-eslint/utils';

import { follow, textOf } from '../facts/values.js';
import type { Query } from '../model/query.js';
import { findLimitInsertion } from '../sql/index.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { literalText, outward, unwrap } from '../syntax/nodes.js';

type Fix = (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix | null;

/** How a bound of `limit` rows is written into a query in its own client's form; null where it can't be. */
export function findBoundFix(query: Query, limit: number): { code: string; fix: Fix } | null {
  if (query.op === 'raw') return inText(query, limit);
  if (query.start.type !== 'CallExpression') return null;
  const { boundName, options, boundLink } = query.row;
  const inside =
    boundName !== undefined && options !== undefined ? inOptions(query.start, boundName, Number(options), limit) : null;
  return inside ?? (boundLink === undefined ? null : asLink(query, boundLink, limit));
}

function inOptions(
  call: TSESTree.CallExpression,
  name: string,
  index: number,
  limit: number,
): ReturnType<typeof findBoundFix> {
  const code = `${name}: ${limit}`;
  const given = call.arguments[index];
  if (!given) {
    // Arguments before it that are missing would have to be made up.
    if (call.arguments.length !== index) return null;
    const last = call.arguments.at(-1);
    return last
      ? { code, fix: (fixer) => fixer.insertTextAfter(last, `, { ${code} }`) }
      : { code, fix: (fixer) => fixer.insertTextBeforeRange([call.range[1] - 1, call.range[1]], `{ ${code} }`) };
  }
  const object = unwrap(given);
  if (object.type !== 'ObjectExpression') return null;
  const last = object.properties.at(-1);
  if (!last) return { code, fix: (fixer) => fixer.replaceText(object, `{ ${code} }`) };
  return { code, fix: (fixer) => fixer.insertTextAfter(last, `, ${code}`) };
}

function asLink(query: Query, name: string, limit: number): ReturnType<typeof findBoundFix> {
  const code = `.${name}(${limit})`;
  const running = query.links.find(({ row }) => row.runs);
  const target: Node | null =
    running && running.call.callee.type === 'MemberExpression' ? running.call.callee.object : query.run;
  if (!target) return null;
  // A builder in a variable is extended where it is run; `await` binds less than the call, so no parentheses are needed.
  const inner = unwrap(target);
  if (inner.type === 'AwaitExpression') return null;
  return { code, fix: (fixer) => fixer.insertTextAfter(beforeModifiers(query, inner), code) };
}

/** Drivers whose cursors change the type of the chain (`lean`, `exec`, `toArray`) want the bound before these. */
function beforeModifiers(query: Query, target: Node): Node {
  const last = query.links.find(({ name }) => /^(?:lean|exec|toArray|as|orFail|populate|map)$/.test(name));
  return last?.call.callee.type === 'MemberExpression' ? last.call.callee.object : target;
}

function inText(query: Query, limit: number): ReturnType<typeof findBoundFix> {
  const node = query.text && unwrap(query.text);
  if (!node || outward(node)?.type === 'TaggedTemplateExpression') return null;
  const written = follow(node);
  const text = literalText(written) ?? textOf(written);
  // Only a text written right there, without escapes, can be edited by position.
  if (text === null || written !== node || (node.type !== 'Literal' && node.type !== 'TemplateLiteral')) return null;
  if (node.range[1] - node.range[0] !== text.length + 2) return null;
  const at = findLimitInsertion(text);
  if (at === null) return null;
  const code = `LIMIT ${limit}`;
  const position = node.range[0] + 1 + at;
  return { code, fix: (fixer) => fixer.insertTextBeforeRange([position, position], ` ${code}`) };
}
