import { findColumnOf, insertColumns, judgePosition, type Verdict } from './holes.js';
import { isBinaryOperator, isSoleIn } from './operands.js';
import { scan, type Scan } from './scan.js';
import { findMainStatement, findStatement, type Statement } from './statement.js';
import { joinPieces, tokenize, type Token, type Tokens } from './tokens.js';
import type { HolePosition, HoleRole, SqlOptions, SqlPiece, UnbindableReason } from './types.js';
import { LITERAL_TYPES } from './words.js';

/** Nesting beyond this is no text a person wrote, and isn't looked into. */
const MAX_DEPTH = 200;

/** A SQL template with everything known about its tokens and holes. */
export interface SqlTemplate {
  tokens: Tokens;
  scan: Scan;
  statement: Statement;
  holes: HolePosition[];
  /** For each hole the index of the token that it is, or is part of; -1 inside a comment. */
  holeTokens: number[];
}

/** Reads a template; null where quotes don't close or parentheses run too deep, so that nothing sure can be said. */
export function readTemplate(pieces: readonly SqlPiece[], options: SqlOptions = {}): SqlTemplate | null {
  const tokens = tokenize(joinPieces(pieces));
  if (tokens.unterminated) return null;
  const scanned = scan(tokens, options.clause);
  if (scanned.depth > MAX_DEPTH) return null;
  const template: SqlTemplate = {
    tokens,
    scan: scanned,
    statement: findMainStatement(scanned),
    holes: [],
    holeTokens: [],
  };
  for (const hole of tokens.commented) {
    template.holes[hole] = { role: 'fragment', clause: 'other', bindable: false, reason: 'comment' };
    template.holeTokens[hole] = -1;
  }
  const whole = unbindableAsWhole(scanned, options);
  tokens.list.forEach((token, index) => {
    for (const hole of token.holes) {
      template.holes[hole] = positionOf(scanned, index, token, hole, whole, options);
      template.holeTokens[hole] = index;
    }
  });
  return template;
}

/** The reason, if there is one, why no hole anywhere in the text can be a parameter. */
function unbindableAsWhole(scanned: Scan, options: SqlOptions): UnbindableReason | null {
  if (options.clause) return null;
  if (scanned.statements.length > 1) return 'multiple-statements';
  return findStatement(scanned, scanned.statements[0] ?? 0).unbindable;
}

function positionOf(
  scanned: Scan,
  index: number,
  token: Token,
  hole: number,
  whole: UnbindableReason | null,
  options: SqlOptions,
): HolePosition {
  const clause = scanned.places[index]?.clause ?? 'other';
  const verdict = verdictOn(scanned, index, token, options);
  const position: HolePosition = { role: verdict.role, clause, bindable: false };
  if (token.quote) Object.assign(position, { quote: token.quote }, aroundHole(token, hole));
  const column = findColumnOf(scanned, index);
  if (column !== null) position.column = column;
  const own = verdict.reason ?? reasonOf(verdict.role, clause, scanned, index);
  const reason = verdict.role === 'quoted' ? (whole ?? own) : (own ?? whole);
  if (reason) position.reason = reason;
  position.bindable = !reason;
  return position;
}

/** Why the role alone rules a parameter out. */
function reasonOf(role: HoleRole, clause: string, scanned: Scan, index: number): UnbindableReason | null {
  if (role === 'identifier' || role === 'keyword' || role === 'placeholder') return role;
  if (role === 'fragment' || role === 'unknown') return 'fragment';
  // Postgres takes two parameters for two different expressions, so that `SELECT f($1, x) … GROUP BY f($2, x)` fails.
  const query = scanned.places[index]?.frame;
  return clause === 'group by' || isInsideGroupBy(query) ? 'group-by' : null;

  function isInsideGroupBy(frame: typeof query): boolean {
    for (let at = frame; at && at.kind !== 'query'; at = at.parent ?? undefined) {
      if (scanned.places[at.open]?.clause === 'group by') return true;
    }
    return false;
  }
}

function verdictOn(scanned: Scan, index: number, token: Token, options: SqlOptions): Verdict {
  switch (token.kind) {
    case 'placeholder':
      return { role: 'placeholder' };
    case 'glued':
      return { role: /[\w\u0080-\uFFFB]/.test(token.text) ? 'identifier' : 'fragment' };
    case 'identifier':
      return isStringInDoubleQuotes(scanned, index, token, options)
        ? judgeQuoted(scanned, index, token)
        : { role: 'identifier' };
    case 'string':
      return judgeQuoted(scanned, index, token);
    default:
      return judgePosition(scanned, index);
  }
}

/** Double quotes hold a string in MySQL and SQLite. Where it isn't known which database it is, the place tells. */
function isStringInDoubleQuotes(scanned: Scan, index: number, token: Token, options: SqlOptions): boolean {
  if (token.quote !== '"') return false;
  const meaning = options.doubleQuotes ?? 'guess';
  if (meaning !== 'guess') return meaning === 'string';
  const { tokens, places } = scanned;
  if (tokens[index - 1]?.kind === 'dot' || tokens[index + 1]?.kind === 'dot' || tokens[index + 1]?.kind === 'open')
    return false;
  const kind = places[index]?.frame.kind;
  return isBinaryOperator(scanned, index - 1) || kind === 'list' || kind === 'row';
}

function judgeQuoted(scanned: Scan, index: number, token: Token): Verdict {
  const { tokens } = scanned;
  const before = tokens[index - 1];
  if (token.quote === '$') return { role: 'fragment', reason: 'dollar-quoted' };
  if (token.prefix && token.prefix.toUpperCase() !== 'N' && token.prefix.toUpperCase() !== 'E') {
    return { role: 'quoted', reason: 'string-prefix' };
  }
  if (before?.upper === 'INTERVAL') return { role: 'quoted', reason: 'interval-literal' };
  if (LITERAL_TYPES.has(before?.upper ?? '')) return { role: 'quoted', reason: 'typed-literal' };
  if (before?.upper === 'AS') return { role: 'quoted', reason: 'identifier' };
  const { frame } = scanned.places[index] ?? { frame: scanned.root };
  if (frame.kind === 'row' && isSoleIn(frame, index)) {
    // `VALUES ('${values.join("','")}')`
    return (insertColumns(scanned, frame)?.length ?? 1) > 1 ? { role: 'fragment' } : { role: 'quoted' };
  }
  const verdict = judgePosition(scanned, index);
  switch (verdict.role) {
    case 'list':
      return token.parts?.length === 1 ? verdict : { role: 'quoted' };
    case 'value':
    case 'limit':
      return { ...verdict, role: 'quoted' };
    case 'identifier':
      // In single quotes it can't be a name; what keeps it from being a value is only that a name is expected here.
      return isOperandPlace(scanned, index) ? { role: 'quoted' } : { role: 'quoted', reason: 'identifier' };
    default:
      return { role: 'quoted', reason: verdict.role === 'keyword' ? 'keyword' : 'fragment' };
  }
}

/** A place where an expression may stand, so that a quoted text is a value there. */
function isOperandPlace(scanned: Scan, index: number): boolean {
  const place = scanned.places[index];
  if (place?.frame.kind === 'call' || place?.frame.kind === 'group') return true;
  return /^(?:select|where|having|on|order by|returning)$/.test(place?.clause ?? '');
}

function aroundHole(token: Token, hole: number): { before: string; after: string } {
  const parts = token.parts ?? [];
  const at = parts.indexOf(hole);
  const before = parts[at - 1];
  const after = parts[at + 1];
  return { before: typeof before === 'string' ? before : '', after: typeof after === 'string' ? after : '' };
}
