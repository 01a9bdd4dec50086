import { splitWords } from '../../libraries/secrets/words.js';
import { fileOf, sourceText } from '../../model/file.js';
import type { TokenUse } from '../../model/token.js';
import type { Node } from '../../syntax/ast.js';
import {
  calleeName,
  enclosingFunction,
  isFunction,
  keyName,
  outward,
  unwrap,
  unwrapAwait,
} from '../../syntax/nodes.js';
import { getBinding } from '../bindings.js';
import { allCallers } from '../callers.js';
import { functionName } from '../credentials/functions.js';
import { isStored } from '../credentials/origins.js';
import { denote } from '../entities.js';
import { argumentAt, constantOf, follow, textOf } from '../values.js';
import { said, saidAnywhere } from './options.js';

/** How long a token is good for. */
export type Lifetime =
  | { readonly kind: 'endless' }
  /** `node` is what says so, in whichever file. */
  | { readonly kind: 'seconds'; readonly seconds: number; readonly node: Node }
  | { readonly kind: 'unknown' };

/** What a token is for: what its names say. */
export type TokenPurpose = 'access' | 'refresh' | 'other';

const UNKNOWN: Lifetime = { kind: 'unknown' };

/** The lifetime of the tokens that a use signs, by its options, payload, links, or the registration of its library. */
export function lifetimeOf(use: TokenUse): Lifetime {
  const { row, links } = use;
  if (row.links) {
    const start = links.get('');
    if (!start || calleeName(start) !== 'SignJWT') return UNKNOWN;
    const link = links.get(row.links.expiry);
    if (link)
      return link.arguments[0] && link.arguments[0].type !== 'SpreadElement'
        ? secondsOf(link.arguments[0], 'span')
        : UNKNOWN;
    return inPayload(start.arguments[0]);
  }
  const [payloadRow, optionRows] = [row.payload, (row.expiry ?? []).filter((each) => !isClaim(each, row.payload))];
  const named = optionRows.length > 0 ? saidAnywhere(use, optionRows, ({ expiry }) => expiry ?? []) : 'absent';
  if (named === 'unknown') return UNKNOWN;
  if (named !== 'absent') return secondsOf(named, 'span');
  if (payloadRow === undefined) return isExpNamed(use.node) ? UNKNOWN : { kind: 'endless' };
  return inPayload(use.arguments[Number(payloadRow)]);
}

/** Whether a position is the payload's own `exp`. */
const isClaim = (position: string, payload: string | undefined): boolean =>
  payload !== undefined && position === `${payload}.exp`;

/** What a payload says of its own end. */
function inPayload(payload: Node | undefined, hops = 0): Lifetime {
  if (!payload || payload.type === 'SpreadElement') return UNKNOWN;
  const exp = argumentAt({ arguments: [payload as never] }, '0.exp');
  // An end of the project's own, which its checks read.
  if (hasOwnEnd(payload)) return UNKNOWN;
  if (exp === 'absent') return { kind: 'endless' };
  if (exp !== 'unknown') return secondsOf(exp, 'moment');
  return mayHoldExp(payload, hops) ? UNKNOWN : { kind: 'endless' };
}

const hasOwnEnd = (payload: Node): boolean => {
  const value = follow(payload);
  return (
    value.type === 'ObjectExpression' &&
    value.properties.some(
      (each) =>
        each.type === 'Property' &&
        /^(?:expires?|validUntil|createdAt|issuedAt)/i.test(keyName(each.key, each.computed) ?? ''),
    )
  );
};

/** Whether a payload that comes from elsewhere may say when it ends: by its type, its callers, or any word of it in the file. */
function mayHoldExp(payload: Node, hops: number): boolean {
  const value = unwrapAwait(payload);
  if (value.type === 'Identifier' && hops < 3) {
    const binding = getBinding(value);
    if (binding.kind === 'parameter' && binding.path.length === 0) {
      const callers = allCallers(binding.fn);
      if (callers)
        return callers.some((call) => {
          const given = call.arguments[binding.index];
          return !given || given.type === 'SpreadElement' || inPayload(given, hops + 1).kind !== 'endless';
        });
    }
  }
  const round = value.type === 'Identifier' && isStored(value) ? enclosingFunction(value) : null;
  // A record as it was read has no such column, unless something there speaks of one.
  if (round) return /\bexp\b/.test(sourceText(round));
  const entity = denote(value);
  if (entity?.kind === 'shape') return /\bexp\b/.test(sourceText(entity.node));
  return isExpNamed(payload);
}

const isExpNamed = (node: Node): boolean => /\bexp\b|expir(?:es|y|ation)/i.test(fileOf(node).text);

/** A lifetime: `'15m'`, `900`, `Date.now() / 1000 + 900`. Numbers alone are seconds (RFC 7519 §2, NumericDate). */
function secondsOf(node: Node, form: 'span' | 'moment'): Lifetime {
  const value = follow(node);
  const constant = constantOf(value);
  if (typeof constant === 'string') {
    const seconds = spanOf(constant);
    return seconds === null ? UNKNOWN : { kind: 'seconds', seconds, node: value };
  }
  if (typeof constant === 'number')
    return form === 'span' ? { kind: 'seconds', seconds: constant, node: value } : UNKNOWN;
  const sum = unwrap(value);
  const product = numberOf(sum);
  if (product !== null && form === 'span') return { kind: 'seconds', seconds: product, node: value };
  if (sum.type === 'BinaryExpression' && sum.operator === '+') {
    const [left, right] = [sum.left as Node, sum.right];
    const isNow = (each: Node): boolean =>
      /Date\.now|getTime|new Date|dayjs\(\)|moment\(\)|\bnow\b|\biat\b/.test(sourceText(each));
    const span = isNow(left) ? numberOf(right) : isNow(right) ? numberOf(left) : null;
    if (span !== null) return { kind: 'seconds', seconds: span, node: value };
  }
  return UNKNOWN;
}

/** A number of constants: `60 * 60 * 24`. */
function numberOf(node: Node): number | null {
  const value = follow(node);
  const constant = constantOf(value);
  if (typeof constant === 'number') return constant;
  if (value.type !== 'BinaryExpression') return null;
  const [left, right] = [numberOf(value.left), numberOf(value.right)];
  if (left === null || right === null) return null;
  return value.operator === '*'
    ? left * right
    : value.operator === '+'
      ? left + right
      : value.operator === '/'
        ? left / right
        : null;
}

const UNITS: readonly (readonly [RegExp, number])[] = [
  [/^(?:s|secs?|seconds?)$/, 1],
  [/^(?:m|mins?|minutes?)$/, 60],
  [/^(?:h|hrs?|hours?)$/, 3600],
  [/^(?:d|days?)$/, 86_400],
  [/^(?:w|weeks?)$/, 604_800],
  [/^(?:y|yrs?|years?)$/, 31_557_600],
];

/** `'15m'`, `'2 hours'`, as https://github.com/vercel/ms reads them; a bare number in a text is milliseconds there. */
export function spanOf(text: string): number | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([a-z]*)\s*(?:from now)?$/i.exec(text);
  if (!match) return null;
  const unit = match[2]!.toLowerCase();
  if (unit === '') return Number(match[1]) / 1000;
  const found = UNITS.find(([pattern]) => pattern.test(unit));
  return found ? Number(match[1]) * found[1] : null;
}

/** What the tokens of a use are for, by the names round it: of the function, of what it is given to, of the secret and the claims. */
export function purposeOf(use: TokenUse): TokenPurpose {
  const words = new Set(namesRound(use).flatMap((name) => splitWords(name)));
  if (words.has('refresh')) return words.has('access') ? 'other' : 'refresh';
  for (const word of words)
    if (
      /^(?:verify|verification|confirm|confirmation|reset|forgot|invite|invitation|email|mail|unsubscribe|download|upload|magic|otp|link|share|preview|state|api|service|machine|client|webhook|push|device|internal|embed|signed|link)$/.test(
        word,
      )
    )
      return 'other';
  return 'access';
}

function namesRound(use: TokenUse): string[] {
  const names: string[] = [];
  if ('name' in use.identity && use.identity.kind !== 'literal' && use.identity.name !== null)
    names.push(use.identity.name);
  for (let up: Node | undefined = use.node; up; up = outward(up)) {
    if (up.type === 'VariableDeclarator' && up.id.type === 'Identifier') names.push(up.id.name);
    if (up.type === 'Property') names.push(keyName(up.key, up.computed) ?? '');
    if (up.type === 'AssignmentExpression' && up.left.type === 'MemberExpression')
      names.push(keyName(up.left.property, up.left.computed) ?? '');
    if (isFunction(up)) break;
  }
  const fn = enclosingFunction(use.node);
  if (fn) names.push(functionName(fn) ?? '');
  const payload = use.row.payload ?? '0';
  for (const claim of ['type', 'purpose', 'typ', 'tokenType', 'scope', 'kind', 'use']) {
    const node = argumentAt(
      { arguments: use.row.links ? (use.links.get('')?.arguments ?? []) : use.arguments },
      `${payload}.${claim}`,
    );
    const text = typeof node === 'string' ? null : (textOf(node) ?? sourceText(node));
    if (text !== null) names.push(text);
  }
  const secret = said(use, use.row.secret);
  if (typeof secret !== 'string') names.push(sourceText(secret));
  return names;
}
