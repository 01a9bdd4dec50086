import type { Frame, Scan } from './scan.js';
import { isOperand, type Token } from './tokens.js';
import { AGGREGATES, COMPARISONS, KEYWORDS, VALUE_FUNCTIONS, WORD_OPERATORS } from './words.js';

/** Is this an operator with a right side? A `*` that stands for all columns is none. */
export function isBinaryOperator(scan: Scan, index: number): boolean {
  const token = scan.tokens[index];
  if (!token) return false;
  if (WORD_OPERATORS.has(token.upper)) return true;
  if (token.upper === 'FROM')
    return scan.tokens[index - 1]?.upper === 'DISTINCT' && scan.places[index]?.clause !== 'from';
  if (scan.betweenAnds.has(index)) return true;
  if (token.kind !== 'operator' || token.upper === '\\') return false;
  if (token.upper !== '*') return true;
  const before = scan.tokens[index - 1];
  return isOperand(before) && before?.kind !== 'dot';
}

export const isComparison = (token: Token | undefined): boolean =>
  token !== undefined && (COMPARISONS.has(token.upper) || token.upper === 'IN' || token.upper === 'IS');

/** Does a new operand start with this token? */
export function startsOperand(token: Token | undefined): boolean {
  switch (token?.kind) {
    case 'open':
    case 'bracket-open':
      return true;
    case 'word':
      return !KEYWORDS.has(token.upper);
    default:
      return isOperand(token) && token?.kind !== 'close' && token?.kind !== 'bracket-close';
  }
}

/** The last part of the name that ends at `index` (`t."userId"` gives `userId`), or null. */
export function findName(tokens: readonly Token[], index: number): string | null {
  const token = tokens[index];
  if (token?.kind === 'word' && !KEYWORDS.has(token.upper)) return token.text;
  if (token?.kind === 'identifier' && token.holes.length === 0) return String(token.parts?.[0] ?? '');
  return null;
}

/** The column that an operand ending at token `end` is about: itself, or the first name among a function's arguments. */
export function findColumnEnding(scan: Scan, end: number): string | null {
  const { tokens } = scan;
  let at = end;
  // `(data ->> 'x')::int`, `created_at::date`
  while (tokens[at - 1]?.kind === 'cast') at -= 2;
  if (tokens[at]?.kind === 'bracket-close') at = (scan.frameClosedAt.get(at)?.open ?? 0) - 1;
  if (tokens[at]?.kind === 'string' && /^(?:->>?|#>>?)$/.test(tokens[at - 1]?.upper ?? ''))
    return findColumnEnding(scan, at - 2);
  if (tokens[at]?.kind !== 'close') return findName(tokens, at);
  const frame = scan.frameClosedAt.get(at);
  if (!frame || frame.kind === 'query') return null;
  for (let inner = frame.open + 1; inner < frame.close; inner++) {
    const name = findName(tokens, inner);
    if (name !== null && tokens[inner + 1]?.kind !== 'open' && tokens[inner + 1]?.kind !== 'dot') return name;
  }
  return null;
}

/** The token index at which the operand ending at `end` starts: over casts, dots, subscripts and a function's parentheses. */
export function operandStart(scan: Scan, end: number): number {
  const { tokens } = scan;
  let at = end;
  for (;;) {
    const token = tokens[at];
    if (token?.kind === 'close' || token?.kind === 'bracket-close') {
      const frame = scan.frameClosedAt.get(at);
      if (!frame) return at;
      at = frame.open;
      if (frame.kind === 'call' || frame.kind === 'bracket') at--;
    } else if (tokens[at - 1]?.kind === 'dot' || tokens[at - 1]?.kind === 'cast') at -= 2;
    else return at;
    if (at <= 0) return Math.max(at, 0);
  }
}

/** How many commas stand before `index` in its own frame. */
export function argumentIndex(scan: Scan, frame: Frame, index: number): number {
  let commas = 0;
  for (let at = frame.open + 1; at < index; at++) {
    if (scan.places[at]?.frame === frame && scan.tokens[at]?.kind === 'comma') commas++;
  }
  return commas;
}

/** Is the frame's whole content the one token at `index`? */
export const isSoleIn = (frame: Frame, index: number): boolean => frame.open === index - 1 && frame.close === index + 1;

/** Does the query that the frame belongs to read from a table? */
export function hasFrom(frame: Frame): boolean {
  return enclosingQuery(frame).sections.some(({ clause }) => clause === 'from' || clause === 'update');
}

export function enclosingQuery(frame: Frame): Frame {
  let current = frame;
  while (current.kind !== 'query' && current.parent) current = current.parent;
  return current;
}

/**
 * May an argument of this call be taken for a value? Where the call is compared with, assigned or inserted it may; where rows are chosen by
 * it (`WHERE lower(${x}) = …`, `SELECT coalesce(${x}, 0)`) the first argument is as likely a column, and a column can't be bound.
 */
export function isValueArgument(scan: Scan, frame: Frame, index: number): boolean {
  if (frame.kind === 'group' || frame.kind === 'bracket') {
    return frame.parent ? isValueOperand(scan, frame.open) : true;
  }
  if (frame.kind !== 'call') return true;
  if (VALUE_FUNCTIONS.has(frame.name) || /^(?:ANY|SOME|ALL|TOP|LIMIT|OFFSET)$/.test(frame.name)) return true;
  if (AGGREGATES.has(frame.name)) return argumentIndex(scan, frame, index) > 0;
  if (argumentIndex(scan, frame, index) > 0) return true;
  return isValueOperand(scan, operandStart(scan, frame.close === scan.tokens.length ? frame.open - 1 : frame.close));
}

/** Does an operand starting at token `start` stand where a value is expected, rather than a column? */
function isValueOperand(scan: Scan, start: number): boolean {
  const place = scan.places[start];
  if (!place || isBinaryOperator(scan, start - 1)) return true;
  switch (place.frame.kind) {
    case 'call':
      return isValueArgument(scan, place.frame, start);
    case 'list':
    case 'row':
      return true;
    case 'columns':
      return false;
    default:
  }
  switch (place.clause) {
    case 'values':
    case 'set':
    case 'limit':
    case 'offset':
    case 'call':
    case 'from':
    case 'join':
      return true;
    case 'select':
      return !hasFrom(place.frame);
    default:
      return false;
  }
}
