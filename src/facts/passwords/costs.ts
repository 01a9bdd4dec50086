import { fileOf, type BackendFile } from '../../model/file.js';
import type { PasswordRow } from '../../model/rows/passwords.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { enclosingFunction, unwrapAwait } from '../../syntax/nodes.js';
import { denote, rowOf } from '../entities.js';
import { functionName } from '../credentials/functions.js';
import { namesFor } from '../scope.js';
import { argumentAt, constantOf, textOf } from '../values.js';
import { isForCipher, isPassword } from './weak.js';

/** A slow hash that is too fast. */
export interface WeakCost {
  readonly node: Node;
  /** `bcrypt with 8 rounds`. */
  readonly what: string;
  /** `10 rounds`. */
  readonly least: string;
}

export const weakCostsOf = (file: BackendFile): readonly WeakCost[] => file.memo(findCosts);

function findCosts(file: BackendFile): WeakCost[] {
  const found: WeakCost[] = [];
  for (const name of namesFor(file, 'password'))
    for (const call of file.index.calls.get(name) ?? []) {
      const row = rowOf(denote(call.callee))?.password;
      if (!row) continue;
      const weak = judge(call, row, file);
      // What another file says is reported at the call that uses it.
      if (weak) found.push(fileOf(weak.node) === file ? weak : { ...weak, node: call });
    }
  return found;
}

function judge(call: TSESTree.CallExpression, row: PasswordRow, file: BackendFile): WeakCost | null {
  const cost = numberAt(call, row.cost);
  if (cost === 'unknown') return null;
  const value = cost?.value ?? row.byDefault;
  const node = cost?.node ?? call;
  if (row.kdf === 'bcrypt')
    return value !== undefined && value < 10 && value > 0
      ? { node, what: `bcrypt with ${value} rounds`, least: '10 rounds' }
      : null;
  // Keys are derived from secrets too, which nobody guesses.
  const password = row.password === undefined ? 'absent' : argumentAt(call, row.password);
  const fn = enclosingFunction(call);
  if (typeof password === 'string' || !(isPassword(password) || /passw/i.test(fn ? (functionName(fn) ?? '') : '')))
    return null;
  if (isForCipher(call) || (value === undefined && row.kdf !== 'argon2')) return null;
  switch (row.kdf) {
    case 'pbkdf2':
      return ofPbkdf2(call, row, value!, node);
    case 'scrypt':
      return ofScrypt(call, row, value!, node);
    case 'argon2':
      return ofArgon2(call, row, cost, file);
    default:
      return null;
  }
}

/** A constant number at one of several positions, null where nothing stands. */
function numberAt(
  call: TSESTree.CallExpression,
  positions: readonly string[] = [],
): { readonly value: number; readonly node: Node } | 'unknown' | null {
  for (const position of positions) {
    const found = argumentAt(call, position);
    if (found === 'absent') continue;
    if (found === 'unknown') return 'unknown';
    const value = numberOf(found);
    return value === null ? 'unknown' : { value, node: found };
  }
  return null;
}

/** `2 ** 14`, `1 << 15`, `64 * 1024`. */
function numberOf(node: Node): number | null {
  const constant = constantOf(node);
  if (typeof constant === 'number') return constant;
  const value = unwrapAwait(node);
  if (value.type !== 'BinaryExpression') return null;
  const [a, b] = [numberOf(value.left), numberOf(value.right)];
  if (a === null || b === null) return null;
  switch (value.operator) {
    case '**':
      return a ** b;
    case '<<':
      return a << b;
    case '*':
      return a * b;
    default:
      return null;
  }
}

const PBKDF2: readonly (readonly [RegExp, number, string])[] = [
  [/512/, 210_000, 'SHA-512'],
  [/384|256/, 600_000, 'SHA-256'],
  [/1$/, 1_300_000, 'SHA-1'],
];

function ofPbkdf2(call: TSESTree.CallExpression, row: PasswordRow, iterations: number, node: Node): WeakCost | null {
  const digest = row.digest?.map((position) => argumentAt(call, position)).find((each) => typeof each !== 'string');
  const name = digest && typeof digest !== 'string' ? textOf(digest) : 'sha256';
  const known = PBKDF2.find(([pattern]) => pattern.test(name ?? ''));
  if (!known || iterations >= known[1]) return null;
  return {
    node,
    what: `PBKDF2-HMAC-${known[2]} with ${iterations.toLocaleString('en')} iterations`,
    least: `${known[1].toLocaleString('en')} iterations`,
  };
}

/** The parallelization that each N asks for, with r = 8. */
const SCRYPT: readonly (readonly [number, number])[] = [
  [2 ** 17, 1],
  [2 ** 16, 2],
  [2 ** 15, 3],
  [2 ** 14, 5],
  [2 ** 13, 10],
];

function ofScrypt(call: TSESTree.CallExpression, row: PasswordRow, cost: number, node: Node): WeakCost | null {
  const [block, parallel] = [numberAt(call, row.block), numberAt(call, row.parallel)];
  if (block === 'unknown' || parallel === 'unknown') return null;
  const [r, p] = [block?.value ?? 8, parallel?.value ?? 1];
  const size = (cost * r) / 8;
  if (SCRYPT.some(([n, least]) => size >= n && p >= least)) return null;
  return { node, what: `scrypt with N = ${cost}, r = ${r}, p = ${p}`, least: 'N = 131072 (2^17), r = 8, p = 1' };
}

/** Memory in KiB and the iterations that it asks for. */
const ARGON2: readonly (readonly [number, number])[] = [
  [47_104, 1],
  [19_456, 2],
  [12_288, 3],
  [9_216, 4],
  [7_168, 5],
];

function ofArgon2(
  call: TSESTree.CallExpression,
  row: PasswordRow,
  memory: { readonly value: number; readonly node: Node } | null,
  file: BackendFile,
): WeakCost | null {
  const time = numberAt(call, row.time);
  if (time === 'unknown' || (!memory && !time)) return null;
  const [m, t] = [memory?.value ?? (file.text.includes('@node-rs/argon2') ? 19_456 : 65_536), time?.value ?? 3];
  if (ARGON2.some(([kib, least]) => m >= kib && t >= least)) return null;
  return {
    node: memory?.node ?? time!.node,
    what: `Argon2 with ${Math.round(m / 102.4) / 10} MiB and ${t} iterations`,
    least: '19 MiB and 2 iterations',
  };
}
