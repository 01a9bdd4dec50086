import type { Node, TSESTree } from '../../syntax/ast.js';
import { memberName, unwrapAwait } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';

type Call = TSESTree.CallExpression;

/**
 * The links of a builder whose last call is `node`, by name, and its construction under the empty name. A builder in a
 * variable takes in its other calls as well: `const jwt = new SignJWT(p); jwt.setIssuer('x'); await jwt.sign(key)`.
 */
export function linksOf(node: Node): ReadonlyMap<string, Call> {
  const links = new Map<string, Call>();
  let current: Node | null = receiverOf(node);
  for (let hops = 0; current && hops < 40; hops++) {
    const value = unwrapAwait(current);
    if (value.type === 'CallExpression') {
      const callee = unwrapAwait(value.callee);
      if (callee.type !== 'MemberExpression') break;
      const name = memberName(callee);
      if (name !== null && !links.has(name)) links.set(name, value);
      current = callee.object;
    } else if (value.type === 'NewExpression') {
      links.set('', value as unknown as Call);
      break;
    } else if (value.type === 'Identifier') {
      const binding = getBinding(value);
      if (binding.kind !== 'value' || binding.path.length > 0) break;
      for (const { identifier } of binding.variable.references) {
        const member = (identifier as Node).parent;
        const call = member?.parent;
        if (member?.type !== 'MemberExpression' || member.object !== identifier) continue;
        if (call?.type !== 'CallExpression' || call.callee !== member || call === node) continue;
        addChain(call, links);
      }
      current = binding.init;
    } else break;
  }
  return links;
}

/** A call and the calls chained on it. */
function addChain(call: Call, links: Map<string, Call>): void {
  let current: Call | null = call;
  while (current) {
    const callee: Node = unwrapAwait(current.callee);
    const name = callee.type === 'MemberExpression' ? memberName(callee) : null;
    if (name !== null && !links.has(name)) links.set(name, current);
    const member: Node = current.parent;
    current = member.type === 'MemberExpression' && member.parent.type === 'CallExpression' ? member.parent : null;
  }
}

function receiverOf(node: Node): Node | null {
  if (node.type !== 'CallExpression') return null;
  const callee = unwrapAwait(node.callee);
  return callee.type === 'MemberExpression' ? callee.object : null;
}
