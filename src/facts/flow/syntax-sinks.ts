import type { Sink } from '../../model/flow.js';
import { type BackendFile, fileOf } from '../../model/file.js';
import type { FunctionNode, Node, TSESTree } from '../../syntax/ast.js';
import {
  calleeName,
  enclosingFunction,
  isFunction,
  memberName,
  outward,
  receiverOf,
  unwrap,
} from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import { findVariable, getBinding } from '../bindings.js';
import { denote, findCalled } from '../entities.js';
import { isSame } from '../subjects.js';
import { constantOf, follow } from '../values.js';
import { makeSink, nameOfSite } from './sink.js';
import { trace } from './trace.js';

/** Dangers that are syntax, not calls of a library: `import(x)`, `object[key] = value`, `text.match(pattern)`. */
export function syntaxSinks(file: BackendFile): Sink[] {
  return [
    ...file.index.dynamicImports.map((node) => makeSink('code', node, node.source, 'import()')),
    ...file.index.assignments.flatMap((node) => {
      const key = pollutingKey(node);
      return key ? [makeSink('property', node, key, nameOfSite(node.left))] : [];
    }),
    ...['match', 'matchAll', 'search'].flatMap((name) =>
      (file.index.calls.get(name) ?? []).flatMap((call) => {
        const [pattern] = call.arguments;
        return pattern &&
          call.callee.type === 'MemberExpression' &&
          denote(call.callee) === null &&
          isText(pattern) &&
          (name !== 'search' || isOfText(call))
          ? [makeSink('regexp', call, pattern, nameOfSite(call.callee))]
          : [];
      }),
    ),
  ];
}

/** Many things have a `search`; texts of the client's, and what a text's method gives, make a pattern of its argument. */
function isOfText({ callee }: TSESTree.CallExpression): boolean {
  const receiver = callee.type === 'MemberExpression' ? unwrap(callee.object) : null;
  if (receiver?.type === 'CallExpression')
    return /^(?:toString|trim|toLowerCase|toUpperCase|String)$/.test(calleeName(receiver) ?? '');
  return receiver !== null && (receiver.type === 'TemplateLiteral' || trace(receiver).length > 0);
}

/** A pattern given as text is one that `match` makes itself; one made before is found where it is made. */
const isText = (node: Node): boolean => {
  const value = follow(node);
  return (
    value.type !== 'Literal' && value.type !== 'NewExpression' && value.type !== 'CallExpression' && !isFunction(value)
  );
};

/**
 * The key of a write that can reach `Object.prototype`: into something looked up by another key (`object[a][b] = v`,
 * a deep merge, a setter that walks a path), or of a value that the client sends as well.
 */
function pollutingKey({ left, right, operator }: TSESTree.AssignmentExpression): Node | null {
  if (left.type !== 'MemberExpression' || !left.computed || operator !== '=') return null;
  const key = unwrap(left.property);
  if (key.type === 'Literal' || key.type === 'BinaryExpression' || key.type === 'UpdateExpression') return null;
  const object = unwrap(left.object);
  if (constantOf(right) !== undefined || isNumber(right) || isEmpty(right)) return null;
  if (isOwnKey(key, object)) return null;
  // It is the outer key that leads to `Object.prototype`.
  if (object.type === 'MemberExpression' && object.computed && memberName(object) === null)
    return unwrap(object.property);
  // One level down, `__proto__` changes the prototype of this object alone, and only to a value of the client's: not to a
  // list made here or taken out of it.
  if (right.type === 'Identifier' ? isOwnList(right) : right.type === 'ObjectExpression') return null;
  if (object.type === 'Identifier') {
    const binding = getBinding(object);
    if (binding.kind === 'parameter' && isAccumulator(binding.fn)) return null;
    if (binding.kind === 'value' && binding.init) {
      // A fresh object of this function has no one else's prototype to lose, unless it walks on.
      if (!binding.constant) return isWalking(object, left) ? key : null;
      const isOuter = binding.variable.scope.type === 'module' || binding.variable.scope.type === 'global';
      if (!isOuter && follow(object).type !== 'Identifier') return null;
    }
    if (isCopying(key)) return isMerging(left, object) ? key : null;
  } else if (isCopying(key)) return null;
  return trace(right).length > 0 || trace(right, ['**']).length > 0 ? key : null;
}

/** `rows.reduce((all, row) => …, {})`: an object made for this. */
function isAccumulator(fn: FunctionNode): boolean {
  const call = outward(fn);
  if (call?.type !== 'CallExpression' || calleeName(call) !== 'reduce') return false;
  const start = call.arguments[1] && unwrap(call.arguments[1]);
  return start?.type === 'ObjectExpression';
}

/** `const list = object[key] || []` */
function isOwnList(id: TSESTree.Identifier): boolean {
  const binding = getBinding(id);
  const init = binding.kind === 'value' && binding.path.length === 0 && binding.init ? unwrap(binding.init) : null;
  return init?.type === 'LogicalExpression' && isEmpty(init.right);
}

/** `target[key] ??= {}` on the way down: what is written into it matters. */
const isEmpty = (node: Node): boolean => {
  const value = unwrap(node);
  return (
    (value.type === 'ObjectExpression' && value.properties.length === 0) ||
    (value.type === 'ArrayExpression' && value.elements.length === 0)
  );
};

const isNumber = (node: Node): boolean => {
  const value = unwrap(node);
  return value.type === 'UpdateExpression' || (value.type === 'UnaryExpression' && value.operator !== 'typeof');
};

/** `current = current[key]` in the same function: the next write is a level deeper. */
function isWalking(object: TSESTree.Identifier, node: Node): boolean {
  const fn = enclosingFunction(node);
  return fileOf(object).index.assignments.some(({ left, right }) => {
    if (left.type !== 'Identifier' || left.name !== object.name || enclosingFunction(left) !== fn) return false;
    return allOf(right, ['MemberExpression']).some((member) => member.computed && memberName(member) === null);
  });
}

/** `for (const key in source)`, `Object.keys(source).forEach((key) => …)`: the key is one of an object's own. */
function isCopying(key: Node): boolean {
  return trace(key).some(({ path }) => path.at(-1) === '#');
}

/** `for (const key of Object.keys(object)) object[key] = …`: a key that is there already. */
function isOwnKey(key: Node, object: Node): boolean {
  const definition = key.type === 'Identifier' ? findVariable(key)?.defs[0] : undefined;
  const declared = (definition?.node as Node | undefined)?.parent?.parent;
  if (declared?.type === 'ForInStatement') return isSame(declared.right, object);
  const list = declared?.type === 'ForOfStatement' ? declared.right : listRound(definition?.node);
  const keys = list && unwrap(list);
  return (
    keys?.type === 'CallExpression' &&
    /^(?:keys|entries|getOwnPropertyNames)$/.test(calleeName(keys) ?? '') &&
    keys.arguments[0] !== undefined &&
    isSame(keys.arguments[0], object)
  );
}

/** `list` of `list.forEach((key) => …)`. */
function listRound(fn: Node | undefined): Node | null {
  const call = fn && isFunction(fn) ? outward(fn) : null;
  return call?.type === 'CallExpression' ? receiverOf(call) : null;
}

/** A copy of one level sets properties of its target only; one that calls itself goes down into what is there. */
function isMerging(node: Node, target: Node): boolean {
  for (let fn = enclosingFunction(node); fn; fn = enclosingFunction(fn)) {
    const own = fn;
    if (
      allOf(fn.body, ['CallExpression']).some(
        (call) =>
          calleeName(call) !== null &&
          findCalled(call) === own &&
          allOf(call, ['MemberExpression']).some((member) => member.computed && isSame(member.object, target)),
      )
    )
      return true;
  }
  return false;
}
