import type { FunctionNode, Node } from '../../syntax/ast.js';
import { calleeName, closest, enclosingFunction, memberName, unwrap } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';

/** Functions that give back the number that they are given. */
export const SAME =
  /^(?:Number|parseInt|parseFloat|BigInt|toNumber|toInteger|toInt|abs|floor|ceil|round|trunc|String|toString|trim|valueOf|int|parseNumber|parseIntSafe|asInt|asNumber)$/;

const UPPER_SIDE = { '>': 'left', '>=': 'left', '<': 'right', '<=': 'right' } as const;

/** Whether the code compares the value with an upper bound, or looks it up in a closed list: `if (limit > 100)`. */
export function isCapped(node: Node, path: readonly string[]): boolean {
  if (node.type !== 'Identifier' && node.type !== 'MemberExpression') return false;
  const name = path.at(-1) ?? (node.type === 'Identifier' ? node.name : memberName(node));
  const fn = enclosingFunction(node);
  if (name === null || !fn) return false;
  return cappedNames(fn).has(name);
}

const capped = new WeakMap<FunctionNode, ReadonlySet<string>>();

/** The names whose values a function compares with an upper bound. */
function cappedNames(fn: FunctionNode): ReadonlySet<string> {
  const known = capped.get(fn);
  if (known) return known;
  const names = new Set<string>();
  for (const node of allOf(fn, ['BinaryExpression', 'CallExpression'])) {
    if (node.type === 'CallExpression') {
      const name = calleeName(node) ?? '';
      if (/^(?:includes|has)$/.test(name)) for (const each of namesIn(node.arguments[0])) names.add(each);
      else if (name === 'min' || /clamp/i.test(name))
        // `Math.min(limit, 100)` given to something else, or kept under the same name.
        for (const argument of node.arguments) {
          const holder = closest(node, 'AssignmentExpression');
          if (holder?.left.type === 'Identifier')
            for (const each of namesIn(argument)) if (each === holder.left.name) names.add(each);
        }
      continue;
    }
    const side = UPPER_SIDE[node.operator as '>'] as 'left' | 'right' | undefined;
    if (!side || node.left.type === 'PrivateIdentifier') continue;
    for (const [here, other] of [
      [node.left, node.right],
      [node.right, node.left],
    ] as const) {
      const limit = unwrap(other);
      if (limit.type === 'Literal' && (limit.value === 0 || limit.value === 1)) continue;
      for (const each of namesIn(here)) names.add(each);
    }
  }
  capped.set(fn, names);
  return names;
}

/** The name of a value: `limit`, `query.limit`, `Number(limit)`. */
export function namesIn(node: Node | undefined): string[] {
  const value = node && unwrap(node);
  if (value?.type === 'Identifier') return [value.name];
  if (value?.type === 'MemberExpression') return [memberName(value) ?? ''];
  if (value?.type === 'CallExpression' && SAME.test(calleeName(value) ?? '')) return namesIn(value.arguments[0]);
  if (value?.type === 'UnaryExpression') return namesIn(value.argument);
  if (value?.type === 'LogicalExpression') return [...namesIn(value.left), ...namesIn(value.right)];
  return [];
}
