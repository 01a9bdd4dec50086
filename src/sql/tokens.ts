import { KEYWORDS } from './words.js';
import type { PlaceholderStyle, Quote, SqlPiece } from './types.js';

export type TokenKind =
  | 'word'
  | 'identifier'
  | 'string'
  | 'number'
  | 'placeholder'
  | 'hole'
  /** A word that a hole is part of: `users_${year}`, `${prefix}users`, `${a}${b}`. */
  | 'glued'
  | 'operator'
  | 'open'
  | 'close'
  | 'bracket-open'
  | 'bracket-close'
  | 'comma'
  | 'dot'
  | 'cast'
  | 'semicolon';

export interface Token {
  kind: TokenKind;
  /** Offsets in `Source.text`. */
  start: number;
  end: number;
  text: string;
  /** The text in upper case for words and operators, else empty, so that comparing it with a keyword is enough. */
  upper: string;
  /** The holes in it, in order. */
  holes: number[];
  quote?: Quote;
  /** The letters before the opening quote: `E`, `N`, `B`, `X`. */
  prefix?: string;
  /** What is inside the quotes, quotes still doubled; numbers are holes. */
  parts?: (string | number)[];
  style?: PlaceholderStyle;
}

/** The template as one text in which every hole takes one character. */
export interface Source {
  text: string;
  holeAt: ReadonlyMap<number, number>;
}

export interface Tokens {
  source: Source;
  list: Token[];
  /** Holes inside comments. */
  commented: number[];
  /** A quote, comment or dollar quote that is never closed. */
  unterminated: boolean;
}

/** Stands for a hole in `Source.text`; only the offset makes it one, so the same character in the text does no harm. */
const HOLE = '\uFFFC';

const OPERATORS = [
  '!~~*', '->>', '#>>', '<=>', '<->', '<#>', '<+>', '!~*', '!~~', '~~*', '-|-', '->', '#>', '#-', '@>', '<@', '@@', '@?', '||',
  '&&', '<=', '>=', '<>', '!=', '~*', '!~', '~~', '<<', '>>', '==', '=>', ':=', '?|', '?&', '|/', '&<', '&>', '+=', '-=',
]; // prettier-ignore

const WORD_START = /[A-Za-z_\u0080-\uFFFB]/;
const WORD_PART = /[A-Za-z0-9_$\u0080-\uFFFB]/;
const SPACE = /\s/;
const DIGIT = /[0-9]/;

/** The pieces as one text, and where the holes are. */
export function joinPieces(pieces: readonly SqlPiece[]): Source {
  const holeAt = new Map<number, number>();
  let text = '';
  for (const piece of pieces) {
    if (piece.kind === 'text') text += piece.text;
    else {
      holeAt.set(text.length, holeAt.size);
      text += HOLE;
    }
  }
  return { text, holeAt };
}

/**
 * Cuts a template into tokens, in linear time and without ever throwing. Backslashes in quotes are first read as standard SQL
 * does (plain characters); if that leaves a quote open, as MySQL does (escapes).
 */
export function tokenize(source: Source): Tokens {
  const standard = new Tokenizer(source, false).run();
  if (!standard.unterminated || !source.text.includes('\\')) return standard;
  const escaped = new Tokenizer(source, true).run();
  return escaped.unterminated ? standard : escaped;
}

/** Is something complete here, so that what follows is an operator or the end of the expression? */
export function isOperand(token: Token | undefined): boolean {
  switch (token?.kind) {
    case 'word':
      return !KEYWORDS.has(token.upper) || token.upper === 'END';
    case 'identifier':
    case 'string':
    case 'number':
    case 'placeholder':
    case 'hole':
    case 'glued':
    case 'close':
    case 'bracket-close':
      return true;
    default:
      return false;
  }
}

class Tokenizer {
  private readonly list: Token[] = [];
  private readonly commented: number[] = [];
  private readonly text: string;
  private at = 0;
  private unterminated = false;

  constructor(
    private readonly source: Source,
    private readonly backslashEscapes: boolean,
  ) {
    this.text = source.text;
  }

  run(): Tokens {
    while (this.at < this.text.length) this.next();
    return { source: this.source, list: this.list, commented: this.commented, unterminated: this.unterminated };
  }

  private next(): void {
    const char = this.text.charAt(this.at);
    if (this.isHole(this.at)) return this.readWord();
    if (SPACE.test(char)) {
      this.at++;
      return;
    }
    if (this.readComment(char)) return;
    if (char === "'" || char === '"' || char === '`') return this.readQuoted(char, char, '');
    if (char === '[' && this.startsBracketIdentifier()) return this.readQuoted('[', ']', '');
    if (char === '$' && this.readDollar()) return;
    if (WORD_START.test(char)) return this.readWord();
    if (char === '#' && this.isWordPart(this.at + 1) && !isOperand(this.list.at(-1))) return this.readWord();
    if (DIGIT.test(char) || (char === '.' && DIGIT.test(this.text.charAt(this.at + 1)) && !this.follows())) {
      return this.readNumber();
    }
    if (this.readPlaceholder(char)) return;
    this.readPunctuation(char);
  }

  private isHole(at: number): boolean {
    return this.source.holeAt.has(at);
  }

  private isWordPart(at: number): boolean {
    return at < this.text.length && !this.isHole(at) && WORD_PART.test(this.text.charAt(at));
  }

  /** Does the last token end right here, with no space between? */
  private follows(): boolean {
    return this.list.at(-1)?.end === this.at && isOperand(this.list.at(-1));
  }

  private add(kind: TokenKind, end: number, extra: Partial<Token> = {}): void {
    const text = this.text.slice(this.at, end);
    let upper = kind === 'word' || kind === 'operator' ? text.toUpperCase() : '';
    // `x::interval` and `t.end` are a type and a column, whatever the word means elsewhere.
    if (KEYWORDS.has(upper) && /^(?:cast|dot)$/.test(this.list.at(-1)?.kind ?? '')) upper = '';
    this.list.push({ kind, start: this.at, end, text, upper, holes: this.holesBetween(this.at, end), ...extra });
    this.at = end;
  }

  private holesBetween(start: number, end: number): number[] {
    const holes: number[] = [];
    if (this.source.holeAt.size === 0) return holes;
    for (let at = this.text.indexOf(HOLE, start); at !== -1 && at < end; at = this.text.indexOf(HOLE, at + 1)) {
      const hole = this.source.holeAt.get(at);
      if (hole !== undefined) holes.push(hole);
    }
    return holes;
  }

  private readComment(char: string): boolean {
    const two = this.text.slice(this.at, this.at + 2);
    let end: number;
    if (two === '--' || (char === '#' && /\s/.test(this.text.charAt(this.at + 1)))) {
      end = this.text.indexOf('\n', this.at);
      if (end === -1) end = this.text.length;
    } else if (two === '/*') {
      end = this.text.indexOf('*/', this.at + 2);
      if (end === -1) this.unterminated = true;
      end = end === -1 ? this.text.length : end + 2;
    } else return false;
    this.commented.push(...this.holesBetween(this.at, end));
    this.at = end;
    return true;
  }

  private readQuoted(open: Quote, close: string, prefix: string): void {
    const escapes = open !== '[' && (this.backslashEscapes || prefix.toUpperCase() === 'E');
    let end = this.at + prefix.length + 1;
    for (; ; end++) {
      if (end >= this.text.length) {
        this.unterminated = true;
        break;
      }
      const char = this.text.charAt(end);
      if (char === '\\' && escapes && open !== '`') end++;
      else if (char === close) {
        if (this.text.charAt(end + 1) !== close) break;
        end++;
      }
    }
    const inner = this.at + prefix.length + 1;
    const parts = this.partsBetween(inner, Math.min(end, this.text.length));
    const kind = open === "'" ? 'string' : 'identifier';
    this.add(kind, Math.min(end + 1, this.text.length), { quote: open, parts, ...(prefix && { prefix }) });
  }

  private partsBetween(start: number, end: number): (string | number)[] {
    const parts: (string | number)[] = [];
    let from = start;
    for (let at = start; at < end; at++) {
      const hole = this.source.holeAt.get(at);
      if (hole === undefined) continue;
      if (at > from) parts.push(this.text.slice(from, at));
      parts.push(hole);
      from = at + 1;
    }
    if (end > from) parts.push(this.text.slice(from, end));
    return parts;
  }

  /** `[name]` of SQL Server, as opposed to `array[1]` and `ARRAY[a, b]`. */
  private startsBracketIdentifier(): boolean {
    const inside = this.at + 1;
    if (this.follows() || this.list.at(-1)?.kind === 'bracket-open') return false;
    if (!this.isHole(inside) && !WORD_START.test(this.text.charAt(inside))) return false;
    return /^[\w $\-.\u0080-\uFFFF]*\]/.test(this.text.slice(inside, inside + 130));
  }

  /** `$1`, `$name`, `$${i}` and `$tag$ … $tag$`. */
  private readDollar(): boolean {
    const number = /^\$\d+(?::(?:name|alias|raw|csv|list|json|value)\b|[~^#])?/.exec(
      this.text.slice(this.at, this.at + 24),
    );
    if (number) {
      this.add('placeholder', this.at + number[0].length, { style: '$n' });
      return true;
    }
    if (this.isHole(this.at + 1)) {
      let end = this.at + 2;
      while (this.isWordPart(end) || this.isHole(end)) end++;
      this.add('placeholder', end, { style: '$n' });
      return true;
    }
    const tag = /^\$(?:[A-Za-z_]\w{0,62})?\$/.exec(this.text.slice(this.at, this.at + 66))?.[0];
    if (tag) {
      const body = this.at + tag.length;
      const close = this.text.indexOf(tag, body);
      if (close !== -1) {
        this.add('string', close + tag.length, { quote: '$', parts: this.partsBetween(body, close) });
        return true;
      }
      this.unterminated = true;
    }
    return this.readNamed('$', ':name');
  }

  /** A word, and the holes that it is glued to: `users_${year}`. Also a hole on its own. */
  private readWord(): void {
    const start = this.at;
    let end = start + (this.text.charAt(start) === '#' ? 1 : 0);
    let holes = 0;
    for (; this.isWordPart(end) || this.isHole(end); end++) {
      if (!this.isHole(end)) continue;
      holes++;
      // `${where}ORDER BY x`: the hole brings its own space.
      if (
        /^(?:ORDER|WHERE|LIMIT|GROUP|FROM|AND|OR|VALUES|SET|RETURNING|FOR)\b/.test(this.text.slice(end + 1, end + 11))
      ) {
        end++;
        break;
      }
    }
    if (holes === 0) {
      const prefix = this.text.slice(start, end);
      if (this.text.charAt(end) === "'" && /^(?:[ENBX]|_\w+)$/i.test(prefix)) return this.readQuoted("'", "'", prefix);
      return this.add('word', end);
    }
    this.add(holes === 1 && end === start + 1 ? 'hole' : 'glued', end);
  }

  private readNumber(): void {
    const match = /^(?:0x[0-9a-f]+|\d*\.?\d+(?:e[+-]?\d+)?|\d+\.?)/i.exec(this.text.slice(this.at, this.at + 64));
    let end = this.at + Math.max(1, match?.[0].length ?? 1);
    if (this.isHole(end) || this.isWordPart(end)) {
      let glued = false;
      for (; this.isHole(end) || this.isWordPart(end); end++) glued ||= this.isHole(end);
      return this.add(glued ? 'glued' : 'word', end);
    }
    this.add('number', end);
  }

  private readPlaceholder(char: string): boolean {
    const before = this.list.at(-1);
    const following = this.text.charAt(this.at + 1);
    if (char === '?') {
      if (isOperand(before) || before?.upper === '\\') return false;
      const length = /^\?(?:\?|\d{1,5})?/.exec(this.text.slice(this.at, this.at + 6))?.[0].length ?? 1;
      this.add('placeholder', this.at + length, { style: '?' });
      return true;
    }
    if (char === ':' && following !== ':' && following !== '=' && this.text.charAt(this.at - 1) !== ':') {
      if (this.follows() && before?.kind !== 'close') return false;
      return this.readNamed(this.text.startsWith(':...', this.at) ? ':...' : ':', ':name');
    }
    if (char === '@') {
      if (following === '@' && !isOperand(before) && this.isWordPart(this.at + 2)) {
        let end = this.at + 2;
        while (this.isWordPart(end)) end++;
        this.add('word', end);
        return true;
      }
      return this.readNamed('@', '@name');
    }
    if (char === '{') {
      const typed = /^\{\s*[\w\uFFFC]+\s*:\s*[\w\uFFFC(), ]+\}/.exec(this.text.slice(this.at, this.at + 128));
      if (typed) this.add('placeholder', this.at + typed[0].length, { style: '{name:type}' });
      return typed !== null;
    }
    return false;
  }

  private readNamed(sigil: string, style: PlaceholderStyle): boolean {
    let end = this.at + sigil.length;
    if (!this.isHole(end) && !WORD_START.test(this.text.charAt(end)) && !(sigil === '@' && this.isWordPart(end))) {
      if (!(sigil === ':' && DIGIT.test(this.text.charAt(end)) && !isOperand(this.list.at(-1)))) return false;
    }
    while (this.isWordPart(end) || this.isHole(end)) end++;
    this.add('placeholder', end, { style });
    return true;
  }

  private readPunctuation(char: string): void {
    if (this.text.startsWith('::', this.at)) return this.add('cast', this.at + 2);
    const kind = PUNCTUATION[char];
    if (kind) return this.add(kind, this.at + 1);
    const operator = OPERATORS.find((candidate) => this.text.startsWith(candidate, this.at));
    this.add('operator', this.at + (operator?.length ?? 1));
  }
}

const PUNCTUATION: Partial<Record<string, TokenKind>> = {
  '(': 'open',
  ')': 'close',
  '[': 'bracket-open',
  ']': 'bracket-close',
  ',': 'comma',
  '.': 'dot',
  ';': 'semicolon',
};
