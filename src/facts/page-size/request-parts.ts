import type { RequestPart } from '../../model/library.js';
import type { Node } from '../../syntax/ast.js';
import { calleeName, memberName, unwrapAwait } from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { denote, rowOf } from '../entities.js';
import { follow } from '../values.js';

/** The parts of a request that a client fills with numbers. */
export const PARTS: ReadonlySet<RequestPart> = new Set<RequestPart>(['query', 'body', 'params']);

/** Whether an expression is a request's query, body or parameters. */
export function isPart(node: Node): boolean {
  const value = unwrapAwait(node);
  if (value.type === 'MemberExpression') {
    if (memberName(value) === 'searchParams' && isRequestUrl(value.object)) return true;
    const holder = denote(value.object);
    const row = holder?.kind === 'instance' ? holder.type.findMember(memberName(value) ?? '') : null;
    if (row?.request) return PARTS.has(row.request);
  }
  if (value.type === 'CallExpression') {
    const callee = denote(value.callee);
    const row = rowOf(callee);
    // h3: `getQuery(event)` is all of it; `c.req.query('page')` is one value.
    const isAll = value.arguments.length === 0 || callee?.kind === 'export';
    if (row?.request) return PARTS.has(row.request) && calleeName(value) !== 'valid' && isAll;
  }
  if (value.type === 'Identifier') {
    const binding = getBinding(value);
    if (binding.kind === 'value' && binding.init && binding.path.length === 0 && binding.constant)
      return isPart(binding.init);
    if (binding.kind === 'value' && binding.init && binding.path.length > 0) {
      if (binding.path.length === 1 && binding.path[0] === 'searchParams' && isRequestUrl(binding.init)) return true;
      const holder = binding.path.length === 1 ? denote(binding.init) : null;
      const row = holder?.kind === 'instance' ? holder.type.findMember(binding.path[0]!) : null;
      return row?.request !== undefined && PARTS.has(row.request);
    }
  }
  const entity = denote(value);
  return entity?.kind === 'instance' && entity.type.id === 'web.Part';
}

/** `new URL(request.url)`, and a variable that holds it. */
function isRequestUrl(node: Node): boolean {
  const made = follow(node);
  const address = made.type === 'NewExpression' && calleeName(made) === 'URL' ? made.arguments[0] : undefined;
  if (address?.type !== 'MemberExpression') return false;
  const holder = denote(address.object);
  return holder?.kind === 'instance' && holder.type.findMember(memberName(address) ?? '')?.request === 'url';
}
