import { fileOf } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, unwrapAwait } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { allWrites, findVariable, getBinding } from '../bindings.js';
import { findCalled } from '../entities.js';
import { conditionsAt } from './conditions.js';
import { detailIn, isNarrowedAt, isNarrowing, type Detail } from './unknown-errors.js';

/** A part of an answer's body that says what an unknown error said. */
export interface Leak {
  /** Where the body has it: what a person would change. */
  readonly node: Node;
  readonly detail: Detail;
  readonly error: TSESTree.Identifier;
}

const MAX_HOPS = 8;

/** The details of unknown errors that a body carries, in the order of the code. */
export function leaksIn(body: Node): Leak[] {
  const found: Leak[] = [];
  collect(body, body, 0, found);
  return found;
}

/** `at` is where the answer itself has what `node` is; the two part where a name or a helper is followed. */
function collect(node: Node, at: Node, hops: number, found: Leak[]): void {
  if (hops > MAX_HOPS) return;
  const value = unwrapAwait(node);
  const here = at === node ? value : at;
  const inner = (next: Node): void => collect(next, at === node ? next : at, hops + 1, found);
  const own = detailIn(value);
  if (own) {
    if (!isNarrowedAt(value, own.error) && !isNarrowedAt(here, own.error)) found.push({ node: here, ...own });
    return;
  }
  switch (value.type) {
    case 'ObjectExpression':
      for (const property of value.properties)
        if (property.type === 'SpreadElement') inner(property.argument);
        else inner(property.value);
      return;
    case 'ArrayExpression':
      for (const element of value.elements) if (element && element.type !== 'SpreadElement') inner(element);
      return;
    case 'TemplateLiteral':
      for (const hole of value.expressions) inner(hole);
      return;
    case 'BinaryExpression':
      if (value.operator !== '+') return;
      inner(value.left);
      inner(value.right);
      return;
    case 'LogicalExpression':
      if (value.operator !== '&&') inner(value.left);
      inner(value.right);
      return;
    case 'ConditionalExpression':
      inner(value.consequent);
      inner(value.alternate);
      return;
    case 'CallExpression':
      ofCall(value, inner, here, found);
      return;
    case 'Identifier':
      ofName(value, here, hops, found);
      return;
    default:
  }
}

function ofCall(call: TSESTree.CallExpression, inner: (node: Node) => void, here: Node, found: Leak[]): void {
  const name = calleeName(call) ?? '';
  const first = call.arguments[0];
  if (/^(?:String|stringify|inspect|format|serializeError)$/.test(name)) {
    for (const argument of call.arguments) if (argument.type !== 'SpreadElement') inner(argument);
    return;
  }
  if (/^(?:toString|toJSON|trim)$/.test(name) && call.callee.type === 'MemberExpression') {
    inner(call.callee.object);
    return;
  }
  // `messageOf(err)`: a helper of the project that gives back what the error says.
  if (!first || first.type !== 'Identifier') return;
  const own = detailIn(first);
  const helper = own ? findCalled(call) : null;
  const parameter = helper?.params[0];
  if (!own || !helper || parameter?.type !== 'Identifier' || isNarrowedAt(call, own.error)) return;
  const isLeaky = allReturns(helper).some((returned) =>
    leaksIn(returned).some(({ error }) => error.name === parameter.name),
  );
  if (isLeaky) found.push({ node: here, detail: 'message', error: own.error });
}

function ofName(name: TSESTree.Identifier, here: Node, hops: number, found: Leak[]): void {
  const binding = getBinding(name);
  if (binding.kind !== 'value' || fileOf(binding.variable.defs[0]!.node) !== fileOf(name)) return;
  const last = binding.path.at(-1);
  if (binding.init && last !== undefined) {
    // `const { message, stack } = err`
    const from = detailIn(binding.init);
    const isOwn = from?.detail === 'whole' && /^(?:message|stack|detail|sqlMessage|cause)$/.test(last);
    if (!isOwn || isHiddenLater(name) || isNarrowedAt(here, from.error) || isNarrowedAt(binding.init, from.error))
      return;
    found.push({ node: here, detail: last === 'message' ? 'message' : 'inner', error: from.error });
    return;
  }
  if (isHiddenLater(name)) return;
  const variable = findVariable(name);
  for (const write of variable ? allWrites(variable) : []) collect(write, here, hops + 1, found);
}

/** `if (isProduction) message = 'Internal Server Error'`: written anew, behind a test that tells errors or runs apart. */
function isHiddenLater(name: TSESTree.Identifier): boolean {
  const variable = findVariable(name);
  return (variable?.references ?? []).some((reference) => {
    if (!reference.isWrite() || reference.init) return false;
    return conditionsAt(reference.identifier).some(
      ({ test, holds }) => isNarrowing({ test, holds }, '\\w+') || isNarrowing({ test, holds: !holds }, '\\w+'),
    );
  });
}
