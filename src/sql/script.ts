import { parsePostgres, type PgNode } from './postgres.js';
import { joinPieces, tokenize, type Token } from './tokens.js';

type Range = readonly [start: number, end: number];

/** A file of SQL statements. */
export interface SqlScript {
  readonly type: 'SqlScript';
  readonly range: Range;
  readonly statements: readonly SqlStatement[];
  readonly comments: readonly SqlComment[];
}

export interface SqlComment {
  readonly type: 'SqlComment';
  readonly range: Range;
  /** What it says, without its marks. */
  readonly value: string;
}

/** Cuts a file into statements and comments. It never fails; what a statement says is read when it is asked for. */
export function readScript(text: string): SqlScript {
  const { list } = tokenize(joinPieces([{ kind: 'text', text }]));
  const statements: SqlStatement[] = [];
  let tokens: Token[] = [];
  const close = (): void => {
    if (tokens.length > 0) statements.push(new SqlStatement(text, tokens));
    tokens = [];
  };
  for (const token of list) {
    if (token.kind === 'semicolon') close();
    else tokens.push(token);
  }
  close();
  return { type: 'SqlScript', range: [0, text.length], statements, comments: commentsBetween(text, list) };
}

const COMMENT = /--[^\n]*|\/\*[^]*?(?:\*\/|$)/g;

/** Between tokens stand only white space and comments. */
function commentsBetween(text: string, tokens: readonly Token[]): SqlComment[] {
  const comments: SqlComment[] = [];
  let from = 0;
  const addUntil = (until: number): void => {
    for (const { 0: whole, index } of text.slice(from, until).matchAll(COMMENT)) {
      const start = from + index;
      const value = whole.startsWith('--') ? whole.slice(2).trimEnd() : whole.slice(2).replace(/\*\/$/, '');
      comments.push({ type: 'SqlComment', range: [start, start + whole.trimEnd().length], value });
    }
  };
  for (const { start, end } of tokens) {
    if (start - from > 1) addUntil(start);
    from = end;
  }
  addUntil(text.length);
  return comments;
}

/** One statement, without the semicolon after it. */
export class SqlStatement {
  readonly type = 'SqlStatement';
  readonly range: Range;
  #tree: PgNode | null | undefined;

  constructor(
    readonly source: string,
    /** Its tokens, at their places in the file. */
    readonly tokens: readonly Token[],
  ) {
    this.range = [tokens[0]!.start, tokens.at(-1)!.end];
  }

  get text(): string {
    return this.source.slice(...this.range);
  }

  /** What PostgreSQL's own grammar reads in it, `{ AlterTableStmt: { … } }`; null for what it can't read: other dialects. */
  get tree(): PgNode | null {
    if (this.#tree === undefined) {
      const { text } = this;
      this.#tree = parsePostgres(text);
      // MySQL's quotes are as long as PostgreSQL's: what the dialects share can be read all the same.
      if (!this.#tree && text.includes('`') && !text.includes('"'))
        this.#tree = parsePostgres(text.replaceAll('`', '"'));
    }
    return this.#tree;
  }

  /** Where in the file an offset of the tree stands; those count bytes of UTF-8. */
  placeOf(location: number): number {
    const { text } = this;
    // Of plain ASCII both counts are the same.
    if (/^[\x00-\x7f]*$/.test(text)) return this.range[0] + location;
    return this.range[0] + Buffer.from(text).subarray(0, location).toString().length;
  }
}
