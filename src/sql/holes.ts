import {
  argumentIndex,
  findColumnEnding,
  findName,
  isBinaryOperator,
  isComparison,
  isSoleIn,
  isValueArgument,
  operandStart,
  startsOperand,
  hasFrom,
} from './operands.js';
import type { Frame, Scan } from './scan.js';
import { isOperand } from './tokens.js';
import type { HoleRole, UnbindableReason } from './types.js';
import { AGGREGATES } from './words.js';

export interface Verdict {
  role: HoleRole;
  /** Set where the role alone would let a parameter stand there, and yet none may. */
  reason?: UnbindableReason;
}

const IDENTIFIER: Verdict = { role: 'identifier' };
const KEYWORD: Verdict = { role: 'keyword' };
const FRAGMENT: Verdict = { role: 'fragment' };
const VALUE: Verdict = { role: 'value' };
const LIMIT: Verdict = { role: 'limit' };

/** Words of DDL and utility statements that a name follows. */
const NAMED_THINGS =
  /^(?:TABLE|INDEX|VIEW|SCHEMA|DATABASE|FUNCTION|PROCEDURE|TRIGGER|TYPE|EXTENSION|SEQUENCE|ROLE|USER|POLICY|COLUMN|CONSTRAINT|EXISTS|LISTEN|NOTIFY|UNLISTEN|SAVEPOINT|TRUNCATE|CONCURRENTLY|ON|TO|USE)$/;

/** What stands at token `index`, a hole or a quoted text with holes in it, as if it had no quotes round it. */
export function judgePosition(scan: Scan, index: number): Verdict {
  const { tokens } = scan;
  const place = scan.places[index];
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  if (!place) return { role: 'unknown' };
  if (previous?.kind === 'dot' || next?.kind === 'dot' || previous?.kind === 'cast') return IDENTIFIER;
  if (/^(?:AS|COLLATE|OVER)$/.test(previous?.upper ?? '')) return IDENTIFIER;
  if (previous?.upper === 'NULLS' || previous?.upper === 'IS') return KEYWORD;
  if (next?.kind === 'open' && tokens[index]?.kind === 'hole' && !isOperand(previous)) return IDENTIFIER;

  const inFrame = judgeByFrame(scan, index, place.frame);
  if (inFrame) return inFrame;
  if (isBinaryOperator(scan, index - 1)) return judgeRightSide(scan, index);
  const byClause = judgeByClause(scan, index);
  if (byClause) return byClause;
  return judgeCondition(scan, index);
}

/** The right side of an operator: a value, unless something is glued on that the value can't end before. */
function judgeRightSide(scan: Scan, index: number): Verdict {
  const next = scan.tokens[index + 1];
  const operator = scan.tokens[index - 1]?.upper ?? '';
  if (scan.tokens[index]?.kind === 'hole' && next?.kind === 'hole')
    return endsStatement(scan, index + 2) ? VALUE : FRAGMENT;
  if (startsOperand(next)) return next?.kind === 'word' && isAliasAllowed(scan, index) ? VALUE : FRAGMENT;
  if (/^->>?$/.test(operator)) {
    const first = scan.tokens[index]?.parts?.[0];
    // MySQL takes only a literal on the right of -> and ->>.
    if (typeof first === 'string' && first.startsWith('$')) return { role: 'value', reason: 'json-path' };
  }
  return VALUE;
}

const isAliasAllowed = (scan: Scan, index: number): boolean =>
  scan.places[index]?.clause === 'select' ||
  /^(?:AT|DAY|HOUR|MINUTE|MONTH|YEAR|SECOND)$/.test(scan.tokens[index + 1]?.upper ?? '');

const endsStatement = (scan: Scan, index: number): boolean =>
  index >= scan.tokens.length || scan.tokens[index]?.kind === 'semicolon' || scan.tokens[index]?.kind === 'word';

function judgeByFrame(scan: Scan, index: number, frame: Frame): Verdict | null {
  const { tokens } = scan;
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  const begins = previous?.kind === 'open' || previous?.kind === 'comma' || previous?.kind === 'bracket-open';
  const sole = isSoleIn(frame, index);
  switch (frame.kind) {
    case 'list':
      if (sole) return isRowList(scan, frame) ? FRAGMENT : { role: 'list' };
      return begins ? (startsOperand(next) ? FRAGMENT : VALUE) : null;
    case 'row': {
      if (!begins) return null;
      if (!sole) return startsOperand(next) ? FRAGMENT : VALUE;
      return insertColumns(scan, frame)?.length === 1 ? VALUE : FRAGMENT;
    }
    case 'columns':
      return IDENTIFIER;
    case 'bracket':
      if (sole && tokens[frame.open - 1]?.upper === 'ARRAY') return { role: 'list' };
      return begins ? VALUE : null;
    case 'call':
      return scan.places[index]?.clause === scan.places[frame.open]?.clause ? judgeArgument(scan, index, frame) : null;
    case 'group':
      if (!sole) return null;
      return tokens[frame.open - 1]?.upper === 'OFFSET' ? LIMIT : FRAGMENT;
    default:
      return null;
  }
}

/** `(a, b) IN (…)`: a list of rows, which no single parameter can stand for. */
function isRowList(scan: Scan, list: Frame): boolean {
  const left = list.open - (scan.tokens[list.open - 2]?.upper === 'NOT' ? 3 : 2);
  return scan.frameClosedAt.get(left)?.kind === 'group';
}

function judgeArgument(scan: Scan, index: number, frame: Frame): Verdict | null {
  const previous = scan.tokens[index - 1];
  const next = scan.tokens[index + 1];
  if (frame.name === 'TOP' || frame.name === 'LIMIT' || frame.name === 'OFFSET') return LIMIT;
  if (frame.name === 'EXISTS' || frame.name === 'FILTER' || frame.name === 'OVER') return null;
  if (/^(?:EXEC|EXECUTE)$/.test(frame.name)) return { role: 'fragment', reason: 'dynamic-sql' };
  if (/^(?:VARCHAR|CHAR|DECIMAL|NUMERIC|VECTOR|NVARCHAR)$/.test(frame.name)) return KEYWORD;
  const begins = previous?.kind === 'open' || previous?.kind === 'comma';
  const afterWord = /^(?:FROM|FOR|DISTINCT)$/.test(previous?.upper ?? '');
  if (!begins && !afterWord) return null;
  if (next?.upper === 'FROM' && previous?.kind === 'open') return KEYWORD;
  if (startsOperand(next)) return previous?.kind === 'open' ? KEYWORD : FRAGMENT;
  if (frame.name === 'CAST' || !afterWord || frame.name === 'SUBSTRING' || frame.name === 'TRIM') {
    return isValueArgument(scan, frame, index) ? VALUE : IDENTIFIER;
  }
  return IDENTIFIER;
}

function judgeByClause(scan: Scan, index: number): Verdict | null {
  const { tokens } = scan;
  const clause = scan.places[index]?.clause;
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  const afterComma = previous?.kind === 'comma';
  const word = previous?.upper ?? '';
  switch (clause) {
    case 'limit':
    case 'offset':
      if (/^(?:LIMIT|OFFSET|FIRST|NEXT)$/.test(word) || afterComma) return LIMIT;
      return FRAGMENT;
    case 'order by':
    case 'group by':
      if (word === 'BY' || afterComma) return startsOperand(next) && next?.kind !== 'hole' ? FRAGMENT : IDENTIFIER;
      return isOperand(previous) ? (clause === 'order by' ? KEYWORD : FRAGMENT) : null;
    case 'select':
      if (word === 'TOP') return { role: 'limit', reason: 'bare-top' };
      if (word !== 'SELECT' && word !== 'DISTINCT' && word !== 'ALL' && !afterComma)
        return isOperand(previous) ? FRAGMENT : null;
      if (startsOperand(next) && next?.kind !== 'word') return KEYWORD;
      return hasFrom(scan.places[index]?.frame as Frame) || !isSelectValue(scan, index) ? IDENTIFIER : VALUE;
    case 'from':
    case 'join':
    case 'into':
    case 'update':
    case 'delete':
      if (next?.upper === 'JOIN' || word === 'FOR') return KEYWORD;
      if (isOperand(previous) && word !== 'TABLE') return FRAGMENT;
      return IDENTIFIER;
    case 'set':
      if (word !== 'SET' && !afterComma) return isOperand(previous) ? FRAGMENT : null;
      return next?.upper === '=' ? IDENTIFIER : FRAGMENT;
    case 'values':
      return FRAGMENT;
    case 'returning':
      return IDENTIFIER;
    case 'union':
    case 'lock':
      return KEYWORD;
    case 'call':
      // EXEC procedure value, value
      if (/^(?:CALL|EXEC|EXECUTE)$/.test(word)) return IDENTIFIER;
      return startsOperand(next) ? FRAGMENT : VALUE;
    case 'start':
      return NAMED_THINGS.test(word) ? IDENTIFIER : FRAGMENT;
    case 'with':
    case 'conflict':
    case 'window':
    case 'when':
    case 'other':
      return FRAGMENT;
    default:
      return null;
  }
}

/** In a SELECT without FROM nothing can be a column; with `SELECT ${x}` alone it may be anything. */
const isSelectValue = (scan: Scan, index: number): boolean =>
  scan.tokens.length > 2 || scan.tokens[index]?.kind === 'string';

/** A hole at the start of a condition, or behind a complete one. */
function judgeCondition(scan: Scan, index: number): Verdict {
  const { tokens } = scan;
  const previous = tokens[index - 1];
  const next = tokens[index + 1];
  const word = previous?.upper ?? '';
  if (word === 'INTERVAL') return next?.kind === 'word' && startsOperand(next) ? VALUE : FRAGMENT;
  if (word === 'ZONE') return VALUE;
  if (word === 'IN') return FRAGMENT;
  if (word === 'CASE') return next?.upper === 'WHEN' ? IDENTIFIER : FRAGMENT;
  if (word === 'WHEN' && next?.upper === 'THEN') return isSimpleCase(scan, index) ? VALUE : FRAGMENT;
  if (previous?.kind === 'hole' && isConditionStart(scan, index - 2)) return startsOperand(next) ? FRAGMENT : VALUE;
  if (isOperand(previous)) return startsOperand(next) && !/^(?:AND|OR)$/.test(next?.upper ?? '') ? KEYWORD : FRAGMENT;
  if (next?.upper === 'EXISTS') return KEYWORD;
  if (isComparison(next) || isBinaryOperator(scan, index + 1) || next?.upper === 'NOT' || next?.kind === 'cast')
    return IDENTIFIER;
  if (next?.kind === 'hole' || next?.kind === 'placeholder') return IDENTIFIER;
  return FRAGMENT;
}

/** Does a condition start with the operand ending at `index`? Then a hole after it is an operator: `WHERE age ${operator} ${value}`. */
function isConditionStart(scan: Scan, index: number): boolean {
  if (!isOperand(scan.tokens[index])) return false;
  const before = operandStart(scan, index) - 1;
  if (scan.betweenAnds.has(before)) return false;
  return (
    /^(?:WHERE|AND|OR|ON|HAVING|NOT)$/.test(scan.tokens[before]?.upper ?? '') || scan.tokens[before]?.kind === 'open'
  );
}

/** Is the WHEN before `index` one of `CASE column WHEN value THEN …`? */
function isSimpleCase(scan: Scan, index: number): boolean {
  let depth = 0;
  for (let at = index - 2; at >= 0; at--) {
    const word = scan.tokens[at]?.upper;
    if (word === 'END') depth++;
    if (word === 'CASE' && depth-- === 0) return scan.tokens[at + 1]?.upper !== 'WHEN';
  }
  return false;
}

/** The columns named in the INSERT that a row of values belongs to, null when it names none. */
export function insertColumns(scan: Scan, row: Frame): (string | null)[] | null {
  const { tokens } = scan;
  if (scan.places[row.open]?.clause === 'set') {
    const columns = tokens[row.open - 1]?.upper === '=' ? scan.frameClosedAt.get(row.open - 2) : undefined;
    return columns ? namesIn(scan, columns) : null;
  }
  if (scan.places[row.open]?.clause !== 'values') return null;
  const query = row.parent;
  let found: Frame | null = null;
  for (const frame of scan.frames) {
    if (frame.open > row.open) break;
    if (frame.kind === 'columns' && frame.parent === query && scan.places[frame.open]?.clause === 'into') found = frame;
  }
  return found ? namesIn(scan, found) : null;
}

function namesIn(scan: Scan, columns: Frame): (string | null)[] | null {
  const names: (string | null)[] = [];
  for (let at = columns.open + 1; at < columns.close; at++) {
    const token = scan.tokens[at];
    if (token?.kind === 'comma') continue;
    // A hole may bring any number of columns.
    if (token && token.holes.length > 0) return null;
    names.push(findName(scan.tokens, at));
  }
  return names;
}

/** The column that the operand at token `index` is compared with, assigned to or inserted in. */
export function findColumnOf(scan: Scan, index: number): string | null {
  const place = scan.places[index];
  if (!place) return null;
  const { frame } = place;
  if (frame.kind === 'row') return insertColumns(scan, frame)?.[argumentIndex(scan, frame, index)] ?? null;
  let operator = index - 1;
  if (scan.betweenAnds.has(operator)) while (operator > 0 && scan.tokens[operator]?.upper !== 'BETWEEN') operator--;
  if (frame.kind === 'list') operator = frame.open - 1;
  if (frame.kind === 'list' || isComparison(scan.tokens[operator])) {
    const negated = scan.tokens[operator - 1]?.upper === 'NOT';
    return findColumnEnding(scan, negated ? operator - 2 : operator - 1);
  }
  const outward = frame.kind === 'call' || frame.kind === 'bracket' || frame.kind === 'group';
  if (!outward || AGGREGATES.has(frame.name)) return null;
  return findColumnOf(scan, frame.kind === 'group' ? frame.open : frame.open - 1);
}
