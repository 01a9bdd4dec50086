import type { TSESLint } from '@typescript-eslint/utils';

import type { Leak } from '../facts/errors/leaks.js';
import type { Node } from '../syntax/ast.js';
import { wrapped } from '../syntax/nodes.js';

const GENERIC = "'Internal Server Error'";

/** Puts a generic text in the place of what an error said; takes out stacks and spread errors. */
export function hideDetails(
  leaks: readonly Leak[],
  body: readonly Node[],
): (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[] {
  return (fixer) => {
    const places = new Map<Node, string>();
    for (const { node, detail } of leaks) {
      const place = outermost(node);
      const { parent } = place;
      if (parent?.type === 'SpreadElement') places.set(place, '{}');
      else if (parent?.type === 'Property' && parent.shorthand)
        places.set(parent, `${keyText(parent.key)}: ${GENERIC}`);
      else if (parent?.type === 'Property' && detail === 'inner') places.set(place, 'undefined');
      else places.set(place, body.includes(node) && detail === 'whole' ? `{ error: ${GENERIC} }` : GENERIC);
    }
    return [...places].map(([node, text]) => fixer.replaceText(node, text));
  };
}

const keyText = (key: Node): string => (key.type === 'Identifier' ? key.name : 'error');

/** The text that a detail is pasted into, or the choice that it is one side of: they go with it. */
function outermost(node: Node): Node {
  let place = wrapped(node);
  for (let up = place.parent; up; up = place.parent) {
    const isPart =
      up.type === 'TemplateLiteral' ||
      up.type === 'BinaryExpression' ||
      up.type === 'LogicalExpression' ||
      (up.type === 'ConditionalExpression' && up.test !== place) ||
      (up.type === 'CallExpression' && /^(?:String|JSON\.stringify|inspect)$/.test(calleeText(up.callee))) ||
      (up.type === 'MemberExpression' && up.object === place) ||
      (up.type === 'CallExpression' && up.callee === place);
    if (!isPart) return place;
    place = wrapped(up);
  }
  return place;
}

function calleeText(node: Node): string {
  if (node.type === 'Identifier') return node.name;
  if (node.type !== 'MemberExpression' || node.computed || node.property.type !== 'Identifier') return '';
  return `${calleeText(node.object)}.${node.property.name}`;
}
