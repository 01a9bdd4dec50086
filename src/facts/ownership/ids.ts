import type { FieldPath } from '../../model/flow.js';
import type { RequestPart } from '../../model/library.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, memberName, receiverOf, unwrapAwait } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { getBinding } from '../bindings.js';
import { denote, denoteBinding } from '../entities.js';
import { partIn, partOfCall, partOfParameter, rawPart } from '../flow/sources.js';
import { constantOf } from '../values.js';

/** Where a value is from, whatever form it was given on the way: `Number(req.params.id)` is still the client's id. */
export type ValueSource =
  | { readonly kind: 'constant' }
  | { readonly kind: 'request'; readonly part: RequestPart; readonly path: FieldPath }
  | { readonly kind: 'parameter'; readonly fn: FunctionNode; readonly index: number; readonly path: FieldPath };

const MAX_HOPS = 20;
/** Gives its argument or its receiver again, in another form. */
const SAME =
  /^(?:Number|parseInt|parseFloat|String|BigInt|ObjectId|toObjectId|createFromHexString|UUID|toString|trim|toLowerCase|toUpperCase|decodeURIComponent|valueOf|asUuid|Int32|Long)$/;
/** Gives the checked input again, `safe…` under `data`. */
const PARSES =
  /^(?:parse|parseAsync|safeParse|safeParseAsync|validate|validateSync|validateAsync|cast|attempt|decode|assert|valid)$/;

/** The source of a value; null where it can't be told, or it is something else than the client's, a parameter's or a constant. */
export function sourceOf(node: Node, path: FieldPath = [], hops = 0): ValueSource | null {
  if (hops > MAX_HOPS) return null;
  const value = unwrapAwait(node);
  switch (value.type) {
    case 'Literal':
      return { kind: 'constant' };
    case 'UnaryExpression':
      return sourceOf(value.argument, path, hops + 1);
    case 'Identifier':
      return ofName(value, path, hops);
    case 'MemberExpression':
      return ofMember(value, path, hops);
    case 'CallExpression':
      return ofCall(value, path, hops);
    case 'NewExpression':
      return SAME.test(calleeName(value) ?? '') && value.arguments[0]
        ? sourceOf(value.arguments[0], path, hops + 1)
        : null;
    case 'LogicalExpression':
      return sourceOf(value.left, path, hops + 1);
    case 'TemplateLiteral':
      return value.expressions.length === 0
        ? { kind: 'constant' }
        : value.expressions.length === 1 && value.quasis.every(({ value: { raw } }) => raw === '')
          ? sourceOf(value.expressions[0]!, path, hops + 1)
          : null;
    case 'ObjectExpression':
      return ofObject(value, path, hops);
    default:
      return constantOf(value) === undefined ? null : { kind: 'constant' };
  }
}

function ofObject(object: TSESTree.ObjectExpression, [head, ...rest]: FieldPath, hops: number): ValueSource | null {
  if (head === undefined) return null;
  for (const property of [...object.properties].reverse()) {
    if (property.type === 'SpreadElement') {
      const inner = sourceOf(property.argument, [head, ...rest], hops + 1);
      if (inner) return inner;
      continue;
    }
    const { key } = property;
    if (
      !property.computed &&
      ((key.type === 'Identifier' && key.name === head) || (key.type === 'Literal' && key.value === head))
    )
      return sourceOf(property.value, rest, hops + 1);
  }
  return null;
}

function ofMember(node: TSESTree.MemberExpression, path: FieldPath, hops: number): ValueSource | null {
  if (constantOf(node) !== undefined) return { kind: 'constant' };
  const name = memberName(node);
  if (name === null) return null;
  const part = partIn(denote(node.object), [name, ...path]);
  return part ? { kind: 'request', ...part } : sourceOf(node.object, [name, ...path], hops + 1);
}

function ofName(id: TSESTree.Identifier, path: FieldPath, hops: number): ValueSource | null {
  const binding = getBinding(id);
  switch (binding.kind) {
    case 'value': {
      const part = partIn(denoteBinding(binding), path);
      if (part) return { kind: 'request', ...part };
      const steps = [...binding.path, ...path].filter((step) => step !== '...');
      return binding.init ? sourceOf(binding.init, steps, hops + 1) : null;
    }
    case 'parameter': {
      const whole = [...binding.path, ...path].filter((step) => step !== '...');
      const entity = binding.path.length === 0 ? denote(id) : denoteBinding({ ...binding, path: [], fallback: null });
      const part = partOfParameter(binding, path) ?? partIn(entity, whole);
      return part
        ? { kind: 'request', ...part }
        : { kind: 'parameter', fn: binding.fn, index: binding.index, path: whole };
    }
    default:
      return constantOf(id) === undefined ? null : { kind: 'constant' };
  }
}

function ofCall(call: TSESTree.CallExpression, path: FieldPath, hops: number): ValueSource | null {
  const part = partOfCall(call, path);
  if (part) return { kind: 'request', ...part };
  const name = calleeName(call) ?? '';
  const [first] = call.arguments;
  if (SAME.test(name)) {
    const given = first ?? receiverOf(call);
    return given ? sourceOf(given, path, hops + 1) : null;
  }
  const callee = denote(call.callee);
  if (callee?.kind === 'function') {
    const returned = allReturns(callee.node);
    const inner = returned.length === 1 ? sourceOf(returned[0]!, path, hops + 1) : null;
    if (inner?.kind !== 'parameter' || inner.fn !== callee.node) return inner;
    const given = call.arguments[inner.index];
    return given ? sourceOf(given, inner.path, hops + 1) : null;
  }
  if (!PARSES.test(name) || !first) return null;
  const inside = path[0] === 'data' || path[0] === 'value' || path[0] === 'output' ? path.slice(1) : path;
  return sourceOf(first, inside, hops + 1);
}

/** A chain of calls, outermost first, and the handler in which it begins. */
export interface Way {
  readonly handler: FunctionNode;
  readonly calls: readonly { readonly call: TSESTree.CallExpression; readonly target: FunctionNode }[];
}

/** The source of a value as the handler sees it: parameters of functions on the way stand for what they are given. */
export function sourceSeen(node: Node, { handler, calls }: Way): ValueSource | null {
  let source = sourceOf(node);
  for (let i = calls.length - 1; i >= 0 && source?.kind === 'parameter'; i--) {
    const { call, target } = calls[i]!;
    if (source.fn !== target) return null;
    const given = call.arguments[source.index];
    source = given && given.type !== 'SpreadElement' ? sourceOf(given, source.path) : null;
  }
  if (source?.kind !== 'parameter') return source;
  return source.fn === handler ? partOfHandler(source.path) : null;
}

/** A request that no type tells, by the names that all frameworks give its parts. */
function partOfHandler(path: FieldPath): ValueSource | null {
  for (const from of [path, path.slice(1)]) {
    const part = rawPart(from);
    if (part) return { kind: 'request', ...part };
  }
  const at = path.findIndex((step) => /^(?:input|args|pathParameters|queryStringParameters)$/.test(step));
  return at < 0
    ? null
    : { kind: 'request', part: at === 0 && path[0] === 'pathParameters' ? 'params' : 'body', path: path.slice(at + 1) };
}
