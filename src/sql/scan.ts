import { isOperand, type Token, type Tokens } from './tokens.js';
import { FUNCTION_KEYWORDS, KEYWORDS } from './words.js';
import type { Clause } from './types.js';

/**
 * What a pair of parentheses or brackets is:
 * a (sub)query, the list of IN, a row of values, a list of columns, the arguments of a function, an array, or just grouping.
 */
export type FrameKind = 'query' | 'list' | 'row' | 'columns' | 'call' | 'bracket' | 'group';

/** A stretch of tokens of one query that belongs to one clause, the clause's own keyword left out. */
export interface Section {
  clause: Clause;
  start: number;
  end: number;
}

export interface Frame {
  kind: FrameKind;
  parent: Frame | null;
  /** Token index of the opening parenthesis; -1 for the whole text. */
  open: number;
  /** Token index of the closing one; the number of tokens where it is missing. */
  close: number;
  /** For a call: the function's name in upper case. */
  name: string;
  /** For queries only. */
  sections: Section[];
}

export interface Place {
  frame: Frame;
  clause: Clause;
}

export interface Scan {
  tokens: Token[];
  root: Frame;
  frames: Frame[];
  /** For each token, the parentheses and the clause it stands in; a parenthesis itself counts as outside. */
  places: Place[];
  /** Token indices of an AND that belongs to a BETWEEN. */
  betweenAnds: ReadonlySet<number>;
  /** From the token index of a parenthesis to the frame that it opens. */
  frameAt: ReadonlyMap<number, Frame>;
  /** From the token index of a closing parenthesis to the frame that it closes. */
  frameClosedAt: ReadonlyMap<number, Frame>;
  balanced: boolean;
  /** The deepest nesting of parentheses. */
  depth: number;
  /** Token indices at which the statements start. */
  statements: number[];
}

/** Walks over the tokens once and says of each in which parentheses and which clause it stands. */
export function scan(tokens: Tokens, start: Clause = 'start'): Scan {
  return new Scanner(tokens.list, start).run();
}

class Scanner {
  private readonly places: Place[] = [];
  private readonly frames: Frame[] = [];
  private readonly betweenAnds = new Set<number>();
  private readonly frameAt = new Map<number, Frame>();
  private readonly frameClosedAt = new Map<number, Frame>();
  private readonly statements: number[] = [];
  private readonly clauses = new Map<Frame, Clause>();
  private readonly openBetweens = new Set<Frame>();
  private readonly root: Frame;
  private frame: Frame;
  private balanced = true;
  private depth = 0;
  private deepest = 0;

  constructor(
    private readonly tokens: Token[],
    start: Clause,
  ) {
    this.root = this.frame = this.addFrame('query', null, -1, start, '');
  }

  run(): Scan {
    const { tokens } = this;
    tokens.forEach((token, index) => {
      if (token.kind === 'close' || token.kind === 'bracket-close') this.leave(index);
      const statementStarts = index === 0 || (this.frame === this.root && tokens[index - 1]?.kind === 'semicolon');
      if (statementStarts && token.kind !== 'semicolon') this.statements.push(index);
      const next = token.kind === 'word' ? this.clauseFrom(index) : null;
      if (next) this.enter(next, index);
      else if (token.kind === 'semicolon' && this.frame === this.root) this.enter('start', index);
      this.places.push({ frame: this.frame, clause: this.clause() });
      this.noteBetween(token, index);
      if (token.kind === 'open' || token.kind === 'bracket-open') this.open(index);
    });
    if (this.frame !== this.root) this.balanced = false;
    for (const frame of this.frames) {
      if (frame.close === Infinity) frame.close = tokens.length;
      frame.sections.forEach((section, i) => {
        const following = frame.sections[i + 1];
        section.end = following ? Math.max(section.start, following.start - 1) : frame.close;
      });
    }
    const { root, frames, places, betweenAnds, frameAt, frameClosedAt, balanced, statements, deepest: depth } = this;
    return { tokens, root, frames, places, betweenAnds, frameAt, frameClosedAt, balanced, depth, statements };
  }

  private clause(): Clause {
    return this.clauses.get(this.frame) ?? 'start';
  }

  private addFrame(kind: FrameKind, parent: Frame | null, open: number, clause: Clause, name: string): Frame {
    const frame: Frame = { kind, parent, open, close: Infinity, name, sections: [] };
    if (kind === 'query') frame.sections.push({ clause, start: open + 1, end: Infinity });
    this.frames.push(frame);
    this.frameAt.set(open, frame);
    this.clauses.set(frame, clause);
    return frame;
  }

  private enter(clause: Clause, index: number): void {
    this.clauses.set(this.frame, clause);
    this.openBetweens.delete(this.frame);
    if (this.frame.kind === 'query') this.frame.sections.push({ clause, start: index + 1, end: Infinity });
  }

  private leave(index: number): void {
    if (!this.frame.parent) {
      this.balanced = false;
      return;
    }
    this.frame.close = index;
    this.frameClosedAt.set(index, this.frame);
    this.frame = this.frame.parent;
    this.depth--;
  }

  private open(index: number): void {
    const token = this.tokens[index];
    const previous = this.tokens[index - 1];
    const kind = token?.kind === 'bracket-open' ? 'bracket' : this.parenthesisKind(index);
    const name = kind === 'call' ? (previous?.upper ?? '') : '';
    const clause = kind === 'query' ? 'start' : this.clause();
    this.frame = this.addFrame(kind, this.frame, index, clause, name);
    this.deepest = Math.max(this.deepest, ++this.depth);
  }

  private parenthesisKind(index: number): FrameKind {
    const previous = this.tokens[index - 1];
    const clause = this.clause();
    let first = index + 1;
    while (this.tokens[first]?.kind === 'open' && first - index < 8) first++;
    if (/^(?:SELECT|WITH|INSERT|UPDATE|DELETE)$/.test(this.tokens[first]?.upper ?? '')) {
      const nothingElse = first === index + 1 || previous?.upper !== 'IN';
      // MySQL's functions INSERT(…), and `WITH (NOLOCK)` never start a parenthesis with these words.
      if (nothingElse && this.tokens[first + 1]?.kind !== 'open') return 'query';
      if (this.tokens[first]?.upper === 'SELECT') return 'query';
    }
    if (
      this.tokens[index + 1]?.upper === 'VALUES' &&
      /^(?:open|hole|placeholder)$/.test(this.tokens[index + 2]?.kind ?? '')
    )
      return 'query';
    if (previous?.upper === 'IN') return 'list';
    // FROM (…) AS t(column, column)
    if (/^(?:from|join)$/.test(clause) && this.tokens[index - 2]?.upper === 'AS') return 'columns';
    const inQuery = this.frame.kind === 'query';
    if (clause === 'values' && inQuery && !(previous?.kind === 'word' && isOperand(previous))) return 'row';
    if (this.frame.kind === 'list' && (previous?.kind === 'open' || previous?.kind === 'comma')) return 'row';
    if (inQuery && (clause === 'into' || clause === 'using')) return 'columns';
    if (inQuery && clause === 'conflict' && previous?.upper === 'CONFLICT') return 'columns';
    if (inQuery && clause === 'set' && previous?.upper === 'SET') return 'columns';
    if (inQuery && clause === 'set' && previous?.upper === '=') return 'row';
    if (previous?.kind === 'word' && this.isFunctionName(previous)) return 'call';
    if (previous?.kind === 'identifier' || previous?.kind === 'glued' || previous?.kind === 'hole') return 'call';
    return 'group';
  }

  private isFunctionName(token: Token): boolean {
    return !KEYWORDS.has(token.upper) || FUNCTION_KEYWORDS.has(token.upper);
  }

  private noteBetween(token: Token, index: number): void {
    if (token.upper === 'BETWEEN') this.openBetweens.add(this.frame);
    else if (token.upper === 'AND' && this.openBetweens.delete(this.frame)) this.betweenAnds.add(index);
    else if (token.upper === 'OR') this.openBetweens.delete(this.frame);
  }

  /** The clause that the word at `index` begins in the present frame, or null. */
  private clauseFrom(index: number): Clause | null {
    const word = this.tokens[index]?.upper ?? '';
    const previous = this.tokens[index - 1];
    const next = this.tokens[index + 1];
    if (previous?.kind === 'dot' || next?.kind === 'dot') return null;
    // a IS [NOT] DISTINCT FROM b
    if (word === 'FROM' && previous?.upper === 'DISTINCT' && /^(?:IS|NOT)$/.test(this.tokens[index - 2]?.upper ?? ''))
      return null;
    switch (this.frame.kind) {
      case 'query':
        return clauseInQuery(word, previous, next, this.clause());
      case 'call':
        if (word === 'WHERE') return 'where';
        if ((word === 'ORDER' || word === 'PARTITION') && next?.upper === 'BY') {
          return word === 'ORDER' ? 'order by' : 'group by';
        }
        return null;
      case 'group':
        return word === 'JOIN' ? 'join' : word === 'ON' && this.clause() === 'join' ? 'on' : null;
      default:
        return null;
    }
  }
}

function clauseInQuery(word: string, previous: Token | undefined, next: Token | undefined, now: Clause): Clause | null {
  const before = previous?.upper ?? '';
  const after = next?.upper ?? '';
  switch (word) {
    case 'SELECT':
      return 'select';
    case 'FROM':
      return 'from';
    case 'INTO':
      return now === 'returning' ? null : 'into';
    case 'UPDATE':
      if (before === 'KEY' && now === 'conflict') return 'set';
      return before === 'DO' ? 'conflict' : now === 'lock' || now === 'on' ? null : 'update';
    case 'DELETE':
      return now === 'on' ? null : 'delete';
    case 'JOIN':
    case 'APPLY':
      return 'join';
    case 'ON':
      if (after === 'CONFLICT' || after === 'DUPLICATE') return 'conflict';
      return now === 'join' || now === 'from' || now === 'using' ? 'on' : null;
    case 'USING':
      if (now === 'join') return 'using';
      return now === 'delete' || now === 'from' || now === 'into' ? 'from' : null;
    case 'WHERE':
    case 'PREWHERE':
      return 'where';
    case 'GROUP':
    case 'ORDER':
      return after !== 'BY' ? null : word === 'GROUP' ? 'group by' : 'order by';
    case 'AND':
    case 'OR':
      // A fragment to be put behind other conditions.
      return now === 'start' && !previous ? 'where' : null;
    case 'HAVING':
    case 'QUALIFY':
      return 'having';
    case 'WINDOW':
      return after && now !== 'select' ? 'window' : null;
    case 'LIMIT':
      return 'limit';
    case 'OFFSET':
      return now === 'select' ? null : 'offset';
    case 'FETCH':
      return after === 'FIRST' || after === 'NEXT' ? 'limit' : null;
    case 'FOR':
      return /^(?:UPDATE|SHARE|NO|KEY)$/.test(after) ? 'lock' : null;
    case 'VALUES':
      return /^(?:into|start|when|from|returning)$/.test(now) ? 'values' : null;
    case 'VALUE':
      return now === 'into' && next?.kind === 'open' ? 'values' : null;
    case 'SET':
      return 'set';
    case 'UNION':
    case 'INTERSECT':
    case 'EXCEPT':
    case 'MINUS':
      return 'union';
    case 'RETURNING':
    case 'OUTPUT':
      return 'returning';
    case 'WITH':
      return now === 'start' ? 'with' : null;
    case 'INSERT':
    case 'REPLACE':
    case 'MERGE':
      return now === 'start' || now === 'with' || now === 'when' || now === 'conflict' ? 'into' : null;
    case 'WHEN':
      return (now === 'on' || now === 'when' || now === 'values' || now === 'set') && /^(?:MATCHED|NOT)$/.test(after)
        ? 'when'
        : null;
    case 'CALL':
    case 'EXEC':
    case 'EXECUTE':
      return now === 'start' ? 'call' : null;
    case 'SETTINGS':
    case 'FORMAT':
      return now === 'start' || now === 'select' ? null : 'other';
    default:
      return null;
  }
}
