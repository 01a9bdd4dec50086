import { sourceText } from '../model/file.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { calleeName, closest, isFunction, isInside, keyName, outward, unwrap, wrapped } from '../syntax/nodes.js';
import { findCarrier } from './secret-sources.js';
import { constantOf, follow } from './values.js';

/** Reads of the environment, as the runtimes write them. */
const ENVIRONMENT = /\b(?:process|Bun|Deno)\s*\??\.\s*env\b|\bimport\.meta\.env\b|\benv\s*[.[]/;
const TESTING =
  /\bNODE_ENV\b[^=]*===?\s*['"`]test|['"`]test['"`]\s*===?[^=]*\bNODE_ENV|\bisTest\b|\b(?:VITEST|JEST_WORKER_ID)\b/;
/** Functions that read a setting by its name, with a default beside it. */
const READERS = /^(?:get(?:Or\w+|Env|Config|String|Secret|Setting)?|env(?:ironment)?|config|optional|setting)$/i;
const VARIABLE_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;

/**
 * Whether a literal is only taken where another value is missing: right of `||` or `??`, a default in destructuring, under
 * `if (!x)`, a schema's `.default('…')`, the second argument of `get('NAME', '…')`.
 */
export function isFallback(literal: Node): boolean {
  let current = literal;
  for (let carrier = findCarrier(current); carrier; carrier = findCarrier(current)) {
    if (isMissingArm(current, carrier)) return true;
    current = carrier;
  }
  const parent = outward(current);
  const inner = wrapped(current);
  switch (parent?.type) {
    case 'AssignmentExpression':
      return parent.right === inner && (parent.operator !== '=' || isGuarded(parent));
    case 'AssignmentPattern':
      return parent.right === inner && isInDeclaration(parent);
    case 'CallExpression':
      return isDefaultArgument(parent, inner);
    case 'Property':
      return isDefaultOption(parent);
    case 'ReturnStatement':
      return isGuarded(parent);
    case 'ArrowFunctionExpression':
      // `.default(() => '…')`, `.transform((v) => v ?? '…')`.
      return parent.body === inner && outward(parent)?.type === 'CallExpression' && isFallback(parent);
    default:
      return false;
  }
}

/** Right of a value that may be missing, or the other arm of one that comes from the environment. */
function isMissingArm(node: Node, carrier: Node): boolean {
  const inner = wrapped(node);
  if (carrier.type === 'LogicalExpression')
    return carrier.operator !== '&&' && carrier.right === inner && constantOf(carrier.left) === undefined;
  if (carrier.type !== 'ConditionalExpression') return false;
  const other = carrier.consequent === inner ? carrier.alternate : carrier.consequent;
  return constantOf(other) === undefined && readsEnvironment(other, carrier.test);
}

function readsEnvironment(...nodes: readonly Node[]): boolean {
  return nodes.some((node) => {
    const value = follow(node);
    return ENVIRONMENT.test(sourceText(node)) || ENVIRONMENT.test(sourceText(value));
  });
}

/** `if (!secret) secret = '…'`, `if (process.env.X === undefined) { … }`. */
function isGuarded(node: TSESTree.AssignmentExpression | TSESTree.ReturnStatement): boolean {
  const target = node.type === 'AssignmentExpression' ? sourceText(node.left) : null;
  for (let up: Node | undefined = node.parent; up && !isFunction(up); up = up.parent) {
    if (up.type !== 'IfStatement' || !isInside(node, up.consequent)) continue;
    const test = sourceText(up.test);
    const asksForAbsence = /!(?!=)|={2,3}\s*(?:null|undefined|['"`]{2}|['"`]undefined['"`])/.test(test);
    if (asksForAbsence && ((target !== null && test.includes(target)) || readsEnvironment(up.test))) return true;
  }
  return false;
}

/** `const { SECRET = '…' } = process.env`: a default of a declaration, not of a function's parameter. */
function isInDeclaration(pattern: Node): boolean {
  for (let up = pattern.parent; up; up = up.parent) {
    if (up.type === 'VariableDeclarator') return true;
    if (isFunction(up)) return false;
  }
  return false;
}

function isDefaultArgument(call: TSESTree.CallExpression, node: Node): boolean {
  const index = call.arguments.indexOf(node as TSESTree.CallExpressionArgument);
  const name = calleeName(call) ?? '';
  if (index === 0) return /^(?:default|catch|prefault|withDefault|fallback)$/.test(name);
  const first = call.arguments[0];
  const key = first ? constantOf(first) : undefined;
  return index > 0 && typeof key === 'string' && (VARIABLE_NAME.test(key) || READERS.test(name));
}

/** envalid's `str({ default: '…' })`, convict's `{ env: 'JWT_SECRET', default: '…' }`. */
function isDefaultOption(property: TSESTree.Property): boolean {
  if (!/^(?:default|devDefault|fallback|defaultValue)$/.test(keyName(property.key, property.computed) ?? ''))
    return false;
  const object = property.parent;
  if (object.type !== 'ObjectExpression') return false;
  const holder = outward(object);
  return (
    holder?.type === 'CallExpression' ||
    object.properties.some((other) => other.type === 'Property' && keyName(other.key, other.computed) === 'env')
  );
}

/** Whether code runs in tests only: `if (process.env.NODE_ENV === 'test') …`. */
export function isTestOnly(node: Node): boolean {
  for (let up: Node | undefined = node.parent, below = node; up; below = up, up = up.parent) {
    if (up.type !== 'IfStatement' && up.type !== 'ConditionalExpression') continue;
    if (up.consequent === below && TESTING.test(sourceText(up.test))) return true;
  }
  return false;
}

/** Whether a value is compared only to be refused: `if (secret === '…') throw …`. */
export function isRefused(comparison: TSESTree.BinaryExpression): boolean {
  if (comparison.operator.startsWith('!')) return false;
  const branch = closest(comparison, 'IfStatement', 'ConditionalExpression');
  if (branch?.type !== 'IfStatement' || !isInside(comparison, branch.test)) return false;
  return /^\{?\s*(?:throw\b|return false\b|process\.exit|(?:console|log|logger)\.(?:error|warn|fatal))/.test(
    sourceText(unwrap(branch.consequent)),
  );
}
