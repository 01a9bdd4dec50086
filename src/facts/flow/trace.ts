import type { FieldPath, KindSet, Origin } from '../../model/flow.js';
import type { ClassNode, Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isFunction, keyName, memberName, unwrapAwait } from '../../syntax/nodes.js';
import { allReturns } from '../../syntax/walk.js';
import { getBinding, type Binding } from '../bindings.js';
import { inputSchema, isClosedInput, isClosedSchemaValue } from '../closed-schemas.js';
import { isClosedMemberType } from '../closed-types.js';
import { denote } from '../entities.js';
import { assignmentsOf, constructorOf } from '../members.js';
import { constantOf, follow } from '../values.js';
import { traceCall, traceConstruction } from './calls.js';
import { guardedKinds } from './guards.js';
import { hasKind, NONE } from './kinds.js';
import { cleaned, inside, isAnything, joined, NOTHING, type Origins } from './origins.js';
import { textKinds } from './prefixes.js';
import { archivePart } from './archives.js';
import { routeKinds } from './route-schemas.js';
import { schemaKinds } from './schemas.js';
import { addedTo } from './objects.js';
import { partIn } from './sources.js';
import { traceName } from './names.js';

/** Longest chain of expressions that is followed, and of properties into one. */
const MAX_DEPTH = 70;
const MAX_PATH = 7;
/**
 * Data that is made of itself has paths without end (`?.0.credentials.?.…`): away from the question, an expression
 * answers for no more than these.
 */
const MOST_PATHS = 16;
const NEAR = 4;
let depth = 0;

const known = new WeakMap<Node, Map<string, Origins>>();

/**
 * Where the value of an expression comes from: parts of the request, and parameters of the function that it stands in.
 * `path` leads into the value. Follows names, members, texts, literals, calls of the project's functions and the steps
 * that libraries declare; each origin says which dangers the way has taken from it. Nothing where nothing is known.
 */
export function trace(node: Node, path: FieldPath = []): Origins {
  if (depth >= MAX_DEPTH || path.length > MAX_PATH) return NOTHING;
  const value = unwrapAwait(node);
  if (value.type === 'Literal' || value.type === 'ThisExpression') return NOTHING;
  let memo = known.get(value);
  if (!memo) known.set(value, (memo = new Map<string, Origins>()));
  const key = path.join('.');
  const before = memo.get(key);
  if (before) return before;
  if (depth > NEAR && memo.size >= MOST_PATHS) return NOTHING;
  // A value made of itself adds nothing to what it is made of.
  memo.set(key, NOTHING);
  depth++;
  try {
    const origins = traceValue(value, path);
    memo.set(key, origins);
    return origins;
  } finally {
    depth--;
  }
}

const ARITHMETIC = new Set(['-', '*', '/', '%', '**', '|', '&', '^', '<<', '>>', '>>>']);

function traceValue(node: Node, path: FieldPath): Origins {
  switch (node.type) {
    case 'Identifier':
      return guarded(node, path, traceName(node, path));
    case 'MemberExpression':
      return guarded(node, path, traceMember(node, path));
    case 'CallExpression':
      return traceCall(node, path);
    case 'NewExpression':
      return traceConstruction(node, path);
    case 'TemplateLiteral':
      return traceText(node, node.expressions);
    case 'TaggedTemplateExpression':
      return isRawText(node) ? traceText(node, node.quasi.expressions) : NOTHING;
    case 'BinaryExpression':
      return node.operator === '+' ? traceText(node, [node.left, node.right]) : NOTHING;
    case 'ConditionalExpression':
      return joined([trace(node.consequent, path), trace(node.alternate, path)]);
    case 'LogicalExpression':
      return node.operator === '&&'
        ? trace(node.right, path)
        : joined([trace(node.left, path), trace(node.right, path)]);
    case 'AssignmentExpression':
      return ARITHMETIC.has(node.operator.slice(0, -1)) ? NOTHING : trace(node.right, path);
    case 'SequenceExpression':
      return trace(node.expressions.at(-1)!, path);
    case 'ObjectExpression':
      return traceObject(node, path);
    case 'ArrayExpression':
      return traceList(node, path);
    case 'SpreadElement':
      return trace(node.argument, path);
    default:
      return NOTHING;
  }
}

/** Checks on the way to the value, for what is the value itself. */
function guarded(node: TSESTree.Identifier | TSESTree.MemberExpression, path: FieldPath, origins: Origins): Origins {
  if (origins.length === 0 || (path.length > 0 && path[0] !== '**')) return origins;
  const kinds = guardedKinds(node);
  if (path.length === 0) return cleaned(origins, kinds);
  // What was found to be a text has nothing inside.
  return hasKind(kinds, 'object') ? NOTHING : origins;
}

/** `String.raw` leaves its holes as they are; other tags know what they do with them. */
const isRawText = ({ tag }: TSESTree.TaggedTemplateExpression): boolean =>
  tag.type === 'MemberExpression' && memberName(tag) === 'raw';

/** A text of several parts: what stands before a part may take the danger of an address from it. */
function traceText(node: Node, parts: readonly Node[]): Origins {
  return joined(parts.map((part) => cleaned(trace(part), textKinds(node, part))));
}

function traceMember(node: TSESTree.MemberExpression, path: FieldPath): Origins {
  const name = memberName(node) ?? constantOf(node.property);
  const key = name === undefined ? '?' : String(name);
  if (key === 'length' || key === 'size' || key === 'byteLength') return NOTHING;
  const own = sourceAt(node, [key, ...path]);
  if (own) return own;
  if (name !== undefined && (isClosedSchemaValue(node.object, key, OPEN) || isClosedMemberType(node.object, key)))
    return NOTHING;
  const entry = archivePart(node, key);
  if (entry) return [entry];
  if (node.object.type === 'ThisExpression') return traceField(node, key, path);
  return trace(node.object, [key, ...path]);
}

const OPEN = { frame: new Map(), open: new Set<unknown>() };

/** A member of something that is known as a request: its part. */
function sourceAt(node: TSESTree.MemberExpression, path: FieldPath): Origins | null {
  const object = denote(node.object);
  if (object?.kind !== 'instance') return null;
  const part = partIn(object, path);
  if (!part) return null;
  const binding = node.object.type === 'Identifier' ? getBinding(node.object) : null;
  if (binding?.kind === 'parameter' && isClosedInput({ ...binding, path: [...binding.path, ...path] })) return NOTHING;
  const origin: Origin = {
    source: { kind: 'request', part: part.part, node },
    path: part.path,
    clean: 0,
    validatedBy: null,
    steps: [],
  };
  return cleaned([origin], routeKinds(node, part.part, part.path) | inputKinds(binding, path));
}

/** What a procedure's input schema takes: `opts.input.name`. */
function inputKinds(binding: Binding | null, path: FieldPath): KindSet {
  const whole = binding?.kind === 'parameter' ? { ...binding, path: [...binding.path, ...path] } : null;
  const schema = whole && inputSchema(whole);
  return schema ? schemaKinds(schema, []) : NONE;
}

/**
 * The same for a value that is harmful as a whole: a literal is so by what is spread into it, `{ ...req.body }`.
 */
export function traceWhole(node: Node): Origins {
  const own = unwrapAwait(node);
  const value = own.type === 'Identifier' ? follow(own) : own;
  if (value.type === 'ObjectExpression')
    return joined(
      value.properties.map((each) => (each.type === 'SpreadElement' ? traceWhole(each.argument) : NOTHING)),
    );
  // `items.map((item) => ({ ...item, status }))`
  const [made] = value.type === 'CallExpression' && calleeName(value) === 'map' ? value.arguments : [];
  if (made && isFunction(made)) return joined(allReturns(made).map(traceWhole));
  return trace(node);
}

/** A field of the class: what its methods put there. */
function traceField(node: TSESTree.MemberExpression, name: string, path: FieldPath): Origins {
  const owner = denote(node.object);
  if (owner?.kind !== 'object') return NOTHING;
  const written = assignmentsOf(owner.node).get(name) ?? [];
  const initial = owner.node.body.body.flatMap((member) =>
    member.type === 'PropertyDefinition' && keyName(member.key, member.computed) === name && member.value
      ? [member.value]
      : [],
  );
  const added = path.length > 0 ? addedTo(owner.node, name) : [];
  return joined([
    ...[...written, ...initial].map((value) => trace(value, path)),
    ...added.map((value) => joined([trace(value, inside(path)), trace(value)])),
    traceProperty(owner.node, name, path),
  ]);
}

/** A field that is a parameter of the constructor at once: `constructor(private readonly source: string)`. */
function traceProperty(node: ClassNode, name: string, path: FieldPath): Origins {
  const fn = constructorOf(node);
  const index = fn?.params.findIndex((each) => each.type === 'TSParameterProperty' && nameOf(each) === name) ?? -1;
  if (!fn || index < 0) return NOTHING;
  const source = { kind: 'parameter', fn, index, node: fn.params[index]! } as const;
  return [{ source, path, clean: 0, validatedBy: null, steps: [] }];
}

const nameOf = ({ parameter }: TSESTree.TSParameterProperty): string =>
  (parameter.type === 'AssignmentPattern' ? parameter.left : parameter).name;

function traceObject(node: TSESTree.ObjectExpression, path: FieldPath): Origins {
  const [head] = path;
  if (head === undefined) return NOTHING;
  const rest = inside(path);
  const lists: Origins[] = [];
  for (let i = node.properties.length - 1; i >= 0; i--) {
    const property = node.properties[i]!;
    if (property.type === 'SpreadElement') {
      lists.push(trace(property.argument, path));
      continue;
    }
    const name = keyName(property.key, property.computed);
    if (head === '#' || head === '**') {
      if (property.computed && name === null) lists.push(trace(property.key));
      if (head === '#') continue;
    }
    if (name === head) {
      lists.push(trace(property.value, rest));
      break;
    }
    if (isAnything(head) || name === null) lists.push(traceInside(property.value, head, rest));
  }
  return joined(lists);
}

/** Anywhere inside: the value itself, and what is in it. */
function traceInside(value: Node, head: string, rest: FieldPath): Origins {
  return head === '**' ? joined([trace(value), trace(value, rest)]) : trace(value, rest);
}

function traceList(node: TSESTree.ArrayExpression, path: FieldPath): Origins {
  const [head] = path;
  if (head === undefined) return NOTHING;
  const rest = inside(path);
  const index = /^\d+$/.test(head) ? Number(head) : null;
  const lists = node.elements.map((element, i) => {
    if (!element || (index !== null && i !== index && element.type !== 'SpreadElement')) return NOTHING;
    if (element.type === 'SpreadElement') return trace(element.argument, ['*', ...rest]);
    return index === null && !isAnything(head) ? NOTHING : traceInside(element, head, rest);
  });
  return joined(lists);
}
