import { findVariable } from '../../facts/bindings.js';
import { constantOf } from '../../facts/values.js';
import { sourceText, type BackendFile } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, closest, isInside, keyName, outward, unwrap, wrapped } from '../../syntax/nodes.js';

/** What the code at a read makes of the variable. */
export type Use =
  /** The text itself. `fallback`: a literal that stands in where it is missing. */
  | { readonly kind: 'text'; readonly fallback: string | null }
  | { readonly kind: 'number'; readonly isWhole: boolean; readonly fallback: number | null }
  /** `=== 'true'` is `{ word: 'true', isEqual: true }`. */
  | { readonly kind: 'boolean'; readonly word: string; readonly isEqual: boolean };

/** One read of `process.env.X`. */
export interface Read {
  readonly file: BackendFile;
  readonly name: string;
  /** `process.env.X`, or the pattern's property of `const { X } = process.env`. */
  readonly node: Node;
  /** With the `!` or `as string` round it. */
  readonly asserted: Node;
  /** With the conversion and the fallback round it, as `use` says. */
  readonly whole: Node;
  /** With a literal that stands in where it is missing, whatever it is. */
  readonly withFallback: Node;
  readonly use: Use;
  /** `needed`: the code stops without it, or says that it is there. `optional`: the code does something else without it. */
  readonly presence: 'needed' | 'optional' | 'unknown';
  /** `const { X } = process.env`: the `process.env` that is replaced. */
  readonly pattern: Node | null;
}

/** Reads that can't be moved, with the reason. */
export interface Stray {
  readonly file: BackendFile;
  readonly node: Node;
  readonly why: string;
}

export interface Reads {
  readonly reads: readonly Read[];
  readonly strays: readonly Stray[];
}

/** What the runtime and its platform say of themselves, and what bundlers write into the code that browsers get. */
const LEFT =
  /^(?:NODE_ENV|CI|TZ|PWD|HOME|PATH|npm_\w+|VERCEL\w*|NEXT_RUNTIME|DEV|PROD|SSR|MODE|VITEST|JEST_WORKER_ID|AWS_LAMBDA_\w+|HOSTNAME|(?:NEXT_PUBLIC|NUXT_PUBLIC|PUBLIC|VITE|REACT_APP|EXPO_PUBLIC)_\w+)$/;
const NAME = /^[A-Za-z_]\w*$/;

/** The reads of a file's environment that may move into one module. */
export function readsOf(file: BackendFile): Reads {
  const reads: Read[] = [];
  const strays: Stray[] = [];
  for (const env of file.index.members.get('env') ?? []) {
    if (sourceText(env) !== 'process.env') continue;
    const parent = outward(env);
    if (parent?.type === 'MemberExpression' && unwrap(parent.object) === env) {
      const name = parent.computed ? textOf(parent.property) : keyName(parent.property, false);
      if (name === null) strays.push({ file, node: parent, why: 'the name of the variable is computed' });
      else if (isWritten(parent)) strays.push({ file, node: parent, why: 'it is written' });
      else if (!LEFT.test(name) && NAME.test(name)) reads.push(readAt(file, parent, name));
    } else if (parent?.type === 'VariableDeclarator' && parent.id.type === 'ObjectPattern') {
      const found = readsIn(file, env, parent.id);
      if (found) reads.push(...found);
      else strays.push({ file, node: env, why: 'it is taken apart with a rest, or with names that must stay' });
    } else if (!isHandedOn(parent)) strays.push({ file, node: env, why: 'it is handed on whole' });
  }
  return { reads, strays };
}

const textOf = (node: Node): string | null => {
  const value = unwrap(node);
  return value.type === 'Literal' && typeof value.value === 'string' ? value.value : null;
};

const isWritten = (node: Node): boolean => {
  const parent = outward(node);
  return (
    (parent?.type === 'AssignmentExpression' && unwrap(parent.left) === node) ||
    (parent?.type === 'UnaryExpression' && parent.operator === 'delete')
  );
};

/** The environment of a child process: not this program's configuration. */
const isHandedOn = (parent: Node | undefined): boolean =>
  parent?.type === 'SpreadElement' || (parent?.type === 'Property' && keyName(parent.key, parent.computed) === 'env');

function readsIn(file: BackendFile, env: Node, pattern: TSESTree.ObjectPattern): Read[] | null {
  const reads: Read[] = [];
  for (const property of pattern.properties) {
    if (property.type !== 'Property' || property.computed) return null;
    const name = keyName(property.key, false);
    if (name === null || LEFT.test(name) || !NAME.test(name)) return null;
    const hasFallback = property.value.type === 'AssignmentPattern';
    const local = property.value.type === 'AssignmentPattern' ? property.value.left : property.value;
    reads.push({
      file,
      name,
      node: property,
      asserted: property,
      whole: property,
      withFallback: property,
      use: { kind: 'text', fallback: null },
      presence: hasFallback ? 'optional' : local.type === 'Identifier' ? presenceOfVariable(local) : 'unknown',
      pattern: env,
    });
  }
  return reads.length > 0 ? reads : null;
}

function readAt(file: BackendFile, node: TSESTree.MemberExpression, name: string): Read {
  const asserted = assertedAt(node);
  const withFallback = literalFallback(asserted)?.whole ?? asserted;
  const plain = { file, name, node, asserted, withFallback, pattern: null };
  const known = numberAt(asserted) ?? booleanAt(asserted) ?? fallbackAt(asserted);
  if (known) return { ...plain, ...known, presence: 'unknown' };
  return { ...plain, whole: asserted, use: { kind: 'text', fallback: null }, presence: presenceAt(asserted, node) };
}

/** `process.env.X!`, `process.env.X as string`, `<string>process.env.X`. */
function assertedAt(node: Node): Node {
  let asserted = node;
  for (let up = node.parent; up; up = up.parent) {
    const isString =
      (up.type === 'TSAsExpression' || up.type === 'TSTypeAssertion') && up.typeAnnotation.type === 'TSStringKeyword';
    if (up.type !== 'TSNonNullExpression' && !isString) break;
    asserted = up;
  }
  return asserted;
}

type Known = Pick<Read, 'whole' | 'use'>;

/** `X || 'a'`: the literal on the right, and the whole. */
function literalFallback(node: Node): { value: unknown; whole: Node } | null {
  const outer = wrapped(node);
  const parent = outer.parent;
  if (parent?.type !== 'LogicalExpression' || parent.left !== outer || parent.operator === '&&') return null;
  const right = unwrap(parent.right);
  return right.type === 'Literal' ? { value: right.value, whole: parent } : null;
}

/** `Number(X)`, `parseInt(X, 10)`, `+X`, each with a fallback inside or outside. */
function numberAt(node: Node): Known | null {
  const inner = literalFallback(node);
  const text = wrapped(inner?.whole ?? node);
  const parent = text.parent;
  let isWhole = false;
  if (parent?.type === 'CallExpression' && parent.arguments[0] === text) {
    const name = sourceText(parent.callee).replace(/^Number\.(?=parse)/, '');
    if (name !== 'Number' && name !== 'parseInt' && name !== 'parseFloat') return null;
    const base = parent.arguments[1];
    if (base && constantOf(base) !== 10) return null;
    isWhole = name === 'parseInt';
  } else if (!(parent?.type === 'UnaryExpression' && parent.operator === '+')) return null;
  const outer = inner ? null : literalFallback(parent);
  const given = inner?.value ?? outer?.value ?? null;
  const fallback = given === null ? null : Number(given);
  if (fallback !== null && (!Number.isFinite(fallback) || (isWhole && !Number.isInteger(fallback)))) return null;
  return { whole: outer?.whole ?? parent, use: { kind: 'number', isWhole, fallback } };
}

/** `X === 'true'`, `X !== 'false'`. */
function booleanAt(node: Node): Known | null {
  const outer = wrapped(node);
  const parent = outer.parent;
  if (parent?.type !== 'BinaryExpression' || !/^[!=]==?$/.test(parent.operator)) return null;
  const word = textOf(parent.left === outer ? parent.right : parent.left);
  if (word === null || !/^(?:true|false|1|0|yes|no|on|off|enabled|disabled)$/i.test(word)) return null;
  return { whole: parent, use: { kind: 'boolean', word, isEqual: parent.operator.startsWith('=') } };
}

function fallbackAt(node: Node): Known | null {
  const found = literalFallback(node);
  // An empty text for a missing one says that it may be missing.
  if (typeof found?.value !== 'string' || found.value === '') return null;
  return { whole: found.whole, use: { kind: 'text', fallback: found.value } };
}

/** What a missing variable would do at a read. */
function presenceAt(asserted: Node, node: Node): Read['presence'] {
  const outer = wrapped(asserted);
  const parent = outer.parent;
  if (isTest(outer)) return stopsAt(outer) ? 'needed' : 'optional';
  if (parent?.type === 'LogicalExpression' || parent?.type === 'AssignmentPattern') return 'optional';
  if (parent?.type === 'MemberExpression' && parent.optional) return 'optional';
  if (parent?.type === 'VariableDeclarator' && parent.id.type === 'Identifier') {
    const presence = presenceOfVariable(parent.id);
    if (presence !== 'unknown') return presence;
  }
  if (asserted !== node || (parent?.type === 'MemberExpression' && parent.object === outer)) return 'needed';
  return 'unknown';
}

/** What the uses of a variable say, which holds what was read. */
function presenceOfVariable(id: TSESTree.Identifier): Read['presence'] {
  const uses = (findVariable(id)?.references ?? []).filter((each) => each.isRead());
  const tests = uses.map(({ identifier }) => wrapped(identifier as Node)).filter((use) => isTest(use));
  if (tests.length > 0) return tests.some((use) => stopsAt(use)) ? 'needed' : 'optional';
  const isReplaced = uses.some(({ identifier }) => {
    const { parent } = wrapped(identifier);
    return parent?.type === 'LogicalExpression' || (parent?.type === 'MemberExpression' && parent.optional);
  });
  return isReplaced ? 'optional' : 'unknown';
}

/** Whether only the presence of a value matters there. */
function isTest(use: Node): boolean {
  const parent = use.parent;
  switch (parent?.type) {
    case 'IfStatement':
    case 'ConditionalExpression':
      return parent.test === use;
    case 'UnaryExpression':
      return parent.operator === '!' || parent.operator === 'typeof';
    case 'LogicalExpression':
      return parent.operator === '&&' && parent.left === use;
    case 'BinaryExpression':
      return /^[!=]==?$/.test(parent.operator);
    case 'CallExpression':
      return calleeName(parent) === 'Boolean';
    default:
      return false;
  }
}

/** `if (!X) throw …`, `if (!X) process.exit(1)`. */
function stopsAt(use: Node): boolean {
  const statement = closest(use, 'IfStatement');
  if (!statement || !isInside(use, statement.test)) return false;
  return /^\{?\s*(?:(?:console|logger|log)\b[^\n]*\s+)*(?:throw\b|process\.exit\()/.test(
    sourceText(statement.consequent),
  );
}
