import type { FieldPath, KindSet } from '../../model/flow.js';
import { fileOf } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import { closest, enclosingFunction, isFunction, keyName, memberName, outward } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { getBinding, type Binding } from '../bindings.js';
import { inputSchema, isClosedInput } from '../closed-schemas.js';
import { isClosedType, typeOfBinding } from '../closed-types.js';
import { denote, denoteBinding } from '../entities.js';
import { follow } from '../values.js';
import { isClosedDto } from './dto.js';
import { NONE, TRUSTED } from './kinds.js';
import { cleaned, inside, joined, NOTHING, type Origins } from './origins.js';
import { isMessage, isRecords, jobPath } from './messages.js';
import { routeKinds } from './route-schemas.js';
import { schemaKinds } from './schemas.js';
import { isPiped, partIn, partOfParameter, type Part } from './sources.js';
import { trace } from './trace.js';

type Named<K extends Binding['kind']> = Extract<Binding, { kind: K }>;

/** Where the value of a name comes from. */
export function traceName(id: TSESTree.Identifier, path: FieldPath): Origins {
  const binding = getBinding(id);
  switch (binding.kind) {
    case 'value':
      return traceVariable(id, binding, path);
    case 'parameter':
      return traceParameter(id, binding, path);
    case 'element':
      return trace(binding.of, ['*', ...binding.path, ...path]);
    case 'other':
      return traceKey(binding);
    case 'import': {
      const value = follow(id);
      return value === id || value.type === 'Identifier' ? NOTHING : trace(value, path);
    }
    default:
      return NOTHING;
  }
}

/** `for (const key in object)`: the names of its properties. */
function traceKey({ variable }: Named<'other'>): Origins {
  const declaration = (variable.defs[0]?.node as Node | undefined)?.parent?.parent;
  return declaration?.type === 'ForInStatement' ? trace(declaration.right, ['#']) : NOTHING;
}

function traceVariable(id: TSESTree.Identifier, binding: Named<'value'>, path: FieldPath): Origins {
  const declaration = (binding.variable.defs[0]!.node as Node).parent?.parent;
  if (declaration?.type === 'ForInStatement') return trace(declaration.right, ['#']);
  const part = partIn(denoteBinding(binding), path);
  if (part) return requested(id, part);
  if (isClosedType(binding.annotation) || (binding.path.length > 0 && isClosedType(typeOfBinding(binding))))
    return NOTHING;
  const lists: Origins[] = [];
  if (binding.init) lists.push(traceStep(binding.init, [...binding.path, ...path]));
  if (binding.fallback) lists.push(trace(binding.fallback, path));
  const { writes, changes } = touchesOf(binding.variable);
  // The nearest ones tell; a name that is written a thousand times would be traced a million times.
  let left = MOST_WRITES;
  for (let i = writes.length - 1; i >= 0 && left > 0; i--)
    if (isBefore(writes[i]!, id)) {
      lists.push(traceWrite(writes[i]!, path));
      left--;
    }
  if (path.length > 0) for (const at of changes) lists.push(traceChange(at, path));
  else if (binding.init && isUrl(binding.init))
    for (const at of changes) lists.push(...hostWrites(at).map((value) => trace(value)));
  return joined(lists);
}

const isUrl = (init: Node): boolean =>
  init.type === 'NewExpression' && init.callee.type === 'Identifier' && init.callee.name === 'URL';

/** `url.hostname = name`: the address is another one then. */
function hostWrites({ parent }: Node): Node[] {
  const write = parent?.type === 'MemberExpression' ? parent.parent : null;
  return write?.type === 'AssignmentExpression' &&
    write.left === parent &&
    /^(?:host|hostname|href)$/.test(memberName(parent as TSESTree.MemberExpression) ?? '')
    ? [write.right]
    : [];
}

const MOST_WRITES = 40;
const MOST_CHANGES = 200;

interface Touches {
  readonly writes: readonly Node[];
  readonly changes: readonly Node[];
}

const touches = new WeakMap<Named<'value'>['variable'], Touches>();

/** The writes of a name after its declaration, and the uses that may put something into its object. */
function touchesOf(variable: Named<'value'>['variable']): Touches {
  let found = touches.get(variable);
  if (!found) {
    const writes: Node[] = [];
    const changes: Node[] = [];
    for (const reference of variable.references) {
      const at = reference.identifier as Node;
      if (!reference.isWrite()) {
        if (changes.length < MOST_CHANGES && mayChange(at)) changes.push(at);
      } else if (!reference.init && reference.writeExpr) writes.push(at);
    }
    touches.set(variable, (found = { writes, changes }));
  }
  return found;
}

const mayChange = (at: Node): boolean =>
  at.parent?.type === 'CallExpression' ||
  (at.parent?.type === 'MemberExpression' &&
    (at.parent.parent.type === 'AssignmentExpression' || at.parent.parent.type === 'CallExpression'));

/** A name written by destructuring, once more the rest of an object. */
const traceStep = (init: Node, path: FieldPath): Origins =>
  trace(
    init,
    path.filter((step) => step !== '...'),
  );

function traceWrite(at: Node, path: FieldPath): Origins {
  const parent = at.parent;
  if (parent?.type === 'AssignmentExpression' && parent.left === at) return trace(parent, path);
  // `({ name } = req.body)`, `[first] = list`.
  const names: string[] = [];
  for (let up: Node | undefined = at; up; up = up.parent) {
    if (up.type === 'AssignmentExpression') return trace(up.right, [...names, ...path]);
    if (up.type === 'Property') names.unshift(keyName(up.key, up.computed) ?? '?');
    else if (up.parent?.type === 'ArrayPattern') names.unshift(String(up.parent.elements.indexOf(up as never)));
    else if (up.type !== 'Identifier' && up.type !== 'ObjectPattern' && up.type !== 'ArrayPattern') return NOTHING;
  }
  return NOTHING;
}

/** Whether a write may come before a use: not when it stands later in the same run of statements, outside of loops. */
function isBefore(write: Node, use: Node): boolean {
  if (write.range[0] < use.range[0] || enclosingFunction(write) !== enclosingFunction(use)) return true;
  return (
    closest(write, 'ForStatement', 'ForOfStatement', 'ForInStatement', 'WhileStatement', 'DoWhileStatement') !== null
  );
}

const GROWING = new Set(['push', 'unshift', 'add', 'append', 'set', 'splice', 'concat']);

/** What a use of the name puts into its object: `options.path = x`, `list.push(x)`, `Object.assign(options, x)`. */
function traceChange(at: Node, path: FieldPath): Origins {
  const [head] = path;
  const parent = at.parent;
  if (head === undefined || !parent) return NOTHING;
  if (parent.type === 'CallExpression' && parent.arguments[0] === at) {
    const callee = parent.callee;
    return callee.type === 'MemberExpression' && memberName(callee) === 'assign'
      ? joined(parent.arguments.slice(1).map((argument) => trace(argument, path)))
      : NOTHING;
  }
  if (parent.type !== 'MemberExpression' || parent.object !== at) return NOTHING;
  const name = memberName(parent);
  const use = parent.parent;
  if (use.type === 'AssignmentExpression' && use.left === parent) {
    if (head === '#') return name === null ? trace(parent.property) : NOTHING;
    return name === null || name === head || head === '?' || head === '*' || head === '**'
      ? trace(use.right, head === '**' ? [] : path.slice(1))
      : NOTHING;
  }
  if (use.type === 'CallExpression' && use.callee === parent && name !== null && GROWING.has(name)) {
    const given = name === 'set' || name === 'append' ? use.arguments.slice(1) : use.arguments;
    return joined(given.map((argument) => joined([trace(argument, inside(path)), trace(argument, [])])));
  }
  return NOTHING;
}

function traceParameter(id: TSESTree.Identifier, binding: Named<'parameter'>, path: FieldPath): Origins {
  const { fn, index } = binding;
  const given = partOfParameter(binding, path);
  const whole = [...binding.path, ...path].filter((step) => step !== '...');
  if (given) {
    if (isPiped(binding) || isClosedDto(typeOfParameter(binding), whole)) return NOTHING;
    return requested(id, given);
  }
  if (path.length === 0 && isClosedType(typeOfBinding(binding))) return NOTHING;
  if (isClosedInput({ ...binding, path: whole })) return NOTHING;
  // The whole parameter, where a pattern takes it apart at once: `({ body }: Request, res)`.
  const entity = binding.path.length === 0 ? denote(id) : denoteBinding({ ...binding, path: [], fallback: null });
  const part = partIn(entity, whole);
  if (part) return cleaned(requested(id, part), inputKinds({ ...binding, path: whole }));
  // What a library hands over and is no request is its own; a part of one is known by what the callers give.
  if (entity?.kind === 'instance' && entity.type.id !== 'web.Part') return NOTHING;
  if (isMessage(fn, index)) return requested(id, { part: 'body', path: whole });
  if (isRecords(fn, index, whole[0])) return requested(id, { part: 'message', path: whole.slice(1) });
  const job = jobPath(fn, index, whole);
  if (job) return cleaned(requested(id, { part: 'message', path: job }), TRUSTED);
  const handed = traceCallback(fn, index, whole);
  if (handed) return handed;
  return [{ source: { kind: 'parameter', fn, index, node: id }, path: whole, clean: 0, validatedBy: null, steps: [] }];
}

/** The origin that a part of the request is, free of what its route's schema takes. */
const requested = (node: Node, { part, path }: Part): Origins =>
  cleaned(
    [{ source: { kind: 'request', part, node }, path, clean: 0, validatedBy: null, steps: [] }],
    routeKinds(node, part, path),
  );

function inputKinds(binding: Named<'parameter'>): KindSet {
  const schema = inputSchema(binding);
  return schema ? schemaKinds(schema, []) : NONE;
}

const typeOfParameter = ({ fn, index }: Named<'parameter'>): TSESTree.TypeNode | null => {
  const parameter = fn.params[index]!;
  const target = parameter.type === 'AssignmentPattern' ? parameter.left : parameter;
  return 'typeAnnotation' in target ? (target.typeAnnotation?.typeAnnotation ?? null) : null;
};

const ITERATORS =
  /^(?:map|flatMap|forEach|filter|some|every|find|findIndex|findLast|sort|toSorted|each|eachSeries|mapSeries)$/;

/** What the call that a function is given to hands it: elements of a list, a promise's value, own callers' arguments. */
function traceCallback(fn: FunctionNode, index: number, path: FieldPath): Origins | null {
  const call = outward(fn);
  if (call?.type !== 'CallExpression') return null;
  const position = call.arguments.findIndex((argument) => argument === fn);
  if (position < 0) return call.callee === fn ? traceArgument(call, index, path) : null;
  const callee = call.callee;
  if (callee.type === 'MemberExpression') {
    const name = memberName(callee) ?? '';
    if (name === 'then' && position === 0 && index === 0) return trace(callee.object, path);
    if (name === 'catch' || name === 'finally') return NOTHING;
    if (name === 'reduce' || name === 'reduceRight') {
      if (index === 1) return trace(callee.object, ['*', ...path]);
      return index === 0 && call.arguments[1] ? trace(call.arguments[1], path) : NOTHING;
    }
    if (ITERATORS.test(name) && denote(callee)?.kind !== 'function')
      return index === 0 || (index === 1 && /sort/i.test(name)) ? trace(callee.object, ['*', ...path]) : NOTHING;
  }
  return traceOwnCallback(call, position, index, path);
}

const traceArgument = (call: TSESTree.CallExpression, index: number, path: FieldPath): Origins => {
  const argument = call.arguments[index];
  return argument && argument.type !== 'SpreadElement' ? trace(argument, path) : NOTHING;
};

/** `withName(req, (name) => …)`: what the project's own function hands to its callback, of what it takes from a request. */
function traceOwnCallback(
  call: TSESTree.CallExpression,
  position: number,
  index: number,
  path: FieldPath,
): Origins | null {
  const called = denote(call.callee);
  const parameter = called?.kind === 'function' ? called.node.params[position] : undefined;
  if (called?.kind !== 'function' || parameter?.type !== 'Identifier') return null;
  const calls = (fileOf(called.node).index.calls.get(parameter.name) ?? []).filter(
    (each) => enclosingFunction(each) === called.node,
  );
  return joined(
    calls.map((each) =>
      joined(
        traceArgument(each, index, path).map((origin) =>
          origin.source.kind === 'parameter' && origin.source.fn === called.node
            ? traceArgument(call, origin.source.index, origin.path)
            : [origin],
        ),
      ),
    ),
  );
}

/** What a function given to a call gives back: of `list.map(fn)`, `promise.then(fn)`. */
export function traceResultOf(node: Node, path: FieldPath): Origins {
  const fn = isFunction(node) ? node : denotedFunction(node);
  return fn ? joined(allReturns(fn).map((returned) => trace(returned, path))) : NOTHING;
}

function denotedFunction(node: Node): FunctionNode | null {
  const entity = denote(node);
  return entity?.kind === 'function' ? entity.node : null;
}
