import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, receiverOf, unwrapAwait } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { allWrites, getBinding } from '../bindings.js';
import { findCalled, rowOf, denote } from '../entities.js';
import { credentialOf } from './names.js';
import { findConfigured } from './origins.js';

/** A digest under computation: `createHmac(…).update(…).digest('hex')`. */
export interface Digest {
  readonly kind: 'hmac' | 'hash';
  /** What makes it: `createHmac('sha256', secret)`. */
  readonly made: TSESTree.CallExpression;
  /** What goes in, in order. */
  readonly inputs: readonly Node[];
  /** The call that gives the digest. */
  readonly call: TSESTree.CallExpression;
}

const MAX_HOPS = 8;

/** The digest that an expression is: through names, encodings, texts round it (`sha256=${…}`) and the project's own functions. */
export function findDigest(node: Node, hops = 0): Digest | null {
  if (hops > MAX_HOPS) return null;
  const value = unwrapAwait(node);
  switch (value.type) {
    case 'Identifier': {
      const binding = getBinding(value);
      if (binding.kind !== 'value' || binding.path.length > 0) return null;
      for (const source of binding.init ? [binding.init] : allWrites(binding.variable)) {
        const found = findDigest(source, hops + 1);
        if (found) return found;
      }
      return null;
    }
    case 'TemplateLiteral':
      return value.expressions.length === 1 ? findDigest(value.expressions[0]!, hops + 1) : null;
    case 'BinaryExpression':
      return value.operator === '+' ? (findDigest(value.right, hops + 1) ?? findDigest(value.left, hops + 1)) : null;
    case 'CallExpression': {
      const name = calleeName(value) ?? '';
      const chain = name === 'digest' ? chainOf(value) : null;
      if (chain) return chain;
      const receiver = receiverOf(value);
      const first = value.arguments[0];
      if (/^(?:toString|slice|substring|replace|toLowerCase|toUpperCase)$/.test(name))
        return receiver ? findDigest(receiver, hops + 1) : null;
      if (name === 'from' || name === 'String')
        return first && first.type !== 'SpreadElement' ? findDigest(first, hops + 1) : null;
      const fn = findCalled(value);
      return fn ? digestOfFunction(fn, hops + 1) : null;
    }
    default:
      return null;
  }
}

/** The digest that a function of the project gives back. */
function digestOfFunction(fn: FunctionNode, hops: number): Digest | null {
  for (const returned of allReturns(fn)) {
    const found = findDigest(returned, hops + 1);
    if (found) return found;
  }
  return null;
}

/** The chain that ends in `.digest()`, also over a name: `hash.update(a); hash.digest('hex')`. */
export function chainOf(call: TSESTree.CallExpression): Digest | null {
  const inputs: Node[] = [];
  let current: Node | null = receiverOf(call);
  for (let hops = 0; current && hops < 20; hops++) {
    const value: Node = unwrapAwait(current);
    if (value.type === 'Identifier') {
      const binding = getBinding(value);
      if (binding.kind !== 'value' || !binding.init) return null;
      for (const { identifier } of binding.variable.references) {
        const member = (identifier as Node).parent;
        const update = member?.parent;
        if (member?.type === 'MemberExpression' && update?.type === 'CallExpression' && calleeName(update) === 'update')
          inputs.push(...update.arguments.slice(0, 1));
      }
      current = binding.init;
      continue;
    }
    if (value.type !== 'CallExpression') return null;
    if (calleeName(value) === 'update') {
      inputs.unshift(...value.arguments.slice(0, 1));
      current = receiverOf(value);
      continue;
    }
    const kind = kindOf(value);
    return kind && { kind, made: value, inputs, call };
  }
  return null;
}

function kindOf(call: TSESTree.CallExpression): 'hmac' | 'hash' | null {
  const entity = denote(call.callee);
  const name = entity?.kind === 'method' ? entity.name : entity?.kind === 'export' ? (entity.path.at(-1) ?? '') : '';
  if (/^(?:node:)?crypto$/.test(entity?.kind === 'export' ? entity.module : '') || rowOf(entity)) {
    if (name === 'createHmac') return 'hmac';
    if (name === 'createHash') return 'hash';
  }
  const written = calleeName(call);
  if (written === 'createHmac') return 'hmac';
  return written === 'createHash' ? 'hash' : null;
}

/** Whether what is hashed holds a secret beside something else: a home-made signature. */
export function isKeyed(digest: Digest): boolean {
  if (digest.kind === 'hmac') return true;
  const parts = digest.inputs.flatMap(partsOf);
  return (
    parts.length > 1 &&
    parts.some((part) => findConfigured(part) !== null || /^(?:secret|api-key)$/.test(credentialOf(part) ?? ''))
  );
}

/** The values that a text is put together of. */
function partsOf(node: Node, hops = 0): Node[] {
  const value = unwrapAwait(node);
  if (hops > 6) return [value];
  if (value.type === 'TemplateLiteral') return [...value.expressions];
  if (value.type === 'BinaryExpression' && value.operator === '+')
    return [...partsOf(value.left, hops + 1), ...partsOf(value.right, hops + 1)];
  if (value.type === 'ArrayExpression')
    return value.elements.flatMap((each) => (each && each.type !== 'SpreadElement' ? partsOf(each, hops + 1) : []));
  if (value.type === 'CallExpression' && /^(?:join|concat)$/.test(calleeName(value) ?? '')) {
    const receiver = receiverOf(value);
    return receiver ? partsOf(receiver, hops + 1) : [value];
  }
  if (value.type === 'Identifier') {
    const binding = getBinding(value);
    if (binding.kind === 'value' && binding.init && binding.path.length === 0) {
      const inner = partsOf(binding.init, hops + 1);
      if (inner.length > 1) return inner;
    }
  }
  return [value];
}
