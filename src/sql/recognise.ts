import { isOperand, joinPieces, tokenize, type Token } from './tokens.js';
import type { SqlPiece } from './types.js';
import { KEYWORDS, PROSE_WORDS } from './words.js';

/** The words a SQL statement, or a clear fragment of one, can start with. Anything else is no SQL, and is told so at once. */
const FIRST_WORD =
  /^(?:\s|--[^\n]*(?:\n|$)|\/\*(?:[^*]|\*(?!\/))*\*\/|\()*(SELECT|INSERT|UPDATE|DELETE|REPLACE|MERGE|WITH|CREATE|ALTER|DROP|TRUNCATE|CALL|EXEC|EXECUTE|NOTIFY|LISTEN|UNLISTEN|SET|BEGIN|COMMIT|ROLLBACK|START|SAVEPOINT|RELEASE|EXPLAIN|PRAGMA|VACUUM|ANALYZE|REFRESH|LOCK|COPY|GRANT|REVOKE|COMMENT|DO|REINDEX|SHOW|VALUES|WHERE|AND|OR|ORDER|GROUP|HAVING|LIMIT|OFFSET|LEFT|RIGHT|INNER|OUTER|CROSS|FULL|JOIN|FROM|UNION|RETURNING|ON)(?![\w$])/i;

/** Does a constant text look like a SQL statement or a clear fragment of one? Prose, GraphQL, HTML and log texts don't. */
export function isSqlText(text: string): boolean {
  return isSqlTemplate([{ kind: 'text', text }]);
}

/** The same for a text with holes; a hole may be a name or a value. */
export function isSqlTemplate(pieces: readonly SqlPiece[]): boolean {
  const source = joinPieces(pieces);
  if (!FIRST_WORD.test(source.text)) return false;
  const { list } = tokenize(source);
  const start = list.findIndex((token) => token.kind !== 'open');
  const first = list[start];
  if (first?.kind !== 'word') return false;
  return new Recogniser(list.slice(start)).isSql();
}

class Recogniser {
  private readonly first: string;
  /** `Select`: a sentence starts like this, SQL hardly ever does. */
  private readonly capitalized: boolean;
  private readonly upperCase: boolean;

  constructor(private readonly tokens: Token[]) {
    const text = tokens[0]?.text ?? '';
    this.first = text.toUpperCase();
    this.upperCase = text === this.first;
    this.capitalized = !this.upperCase && text !== text.toLowerCase();
  }

  isSql(): boolean {
    switch (this.first) {
      case 'SELECT':
        return this.isSelect(0);
      case 'INSERT':
      case 'REPLACE':
      case 'MERGE':
        return this.isInsert();
      case 'UPDATE':
        return this.isUpdate();
      case 'DELETE':
        return (
          this.word(1) === 'FROM' &&
          this.isName(2) &&
          this.isStatementEnd(3) &&
          (!this.capitalized || this.hasSymbols())
        );
      case 'WITH':
        return this.isWith();
      case 'EXPLAIN':
        return this.tokens.slice(1, 12).some((token, i) => token.upper === 'SELECT' && this.isSelect(i + 1));
      case 'CREATE':
      case 'ALTER':
      case 'DROP':
      case 'COMMENT':
        return this.isDefinition();
      case 'VALUES':
        return this.tokens[1]?.kind === 'open' && !this.capitalized;
      case 'BEGIN':
      case 'COMMIT':
      case 'ROLLBACK':
      case 'START':
      case 'SAVEPOINT':
      case 'RELEASE':
        return this.isTransaction();
      default:
        return this.isCommand() || this.isFragment();
    }
  }

  private word(index: number): string {
    return this.tokens[index]?.upper ?? '';
  }

  /** A name of a table or column, or a hole in its place; never an article. */
  private isName(index: number): boolean {
    const token = this.tokens[index];
    if (token?.kind === 'word') return (!isProse(token) || token.text.length === 1) && !KEYWORDS.has(token.upper);
    return isOperand(token) && token?.kind !== 'string' && token?.kind !== 'number' && token?.kind !== 'close';
  }

  /** Something that sentences don't have: an operator, quotes, a parameter, a name with an underscore. */
  private hasSymbols(from = 1): boolean {
    return this.tokens
      .slice(from)
      .some(
        (token) => /^(?:operator|placeholder|hole|glued|identifier|cast)$/.test(token.kind) || /\w_\w/.test(token.text),
      );
  }

  /** Index of the word at the nesting level of `from`, or -1. */
  private findWord(word: string, from: number): number {
    let depth = 0;
    for (let at = from; at < this.tokens.length; at++) {
      const token = this.tokens[at];
      if (token?.kind === 'open') depth++;
      else if (token?.kind === 'close' && --depth < 0) return -1;
      else if (depth === 0 && token?.upper === word && !this.isDistinctFrom(at)) return at;
    }
    return -1;
  }

  /** The FROM of `a IS NOT DISTINCT FROM b`. */
  private isDistinctFrom(at: number): boolean {
    return this.word(at) === 'FROM' && this.word(at - 1) === 'DISTINCT' && /^(?:IS|NOT)$/.test(this.word(at - 2));
  }

  private isSelect(at: number): boolean {
    const from = this.findWord('FROM', at + 1);
    if (from === -1) return this.isSelectWithoutFrom(at);
    if (!this.isExpressionList(at + 1, from)) return false;
    const source = this.tokens[from + 1];
    if (!source) return this.upperCase || this.hasSymbols();
    const sourceIsGood = source.kind === 'open' || /^(?:LATERAL|ONLY)$/.test(source.upper) || this.isName(from + 1);
    return sourceIsGood && (!this.capitalized || this.hasSymbols()) && this.isStatementEnd(from + 2);
  }

  private isSelectWithoutFrom(at: number): boolean {
    const next = this.tokens[at + 1];
    if (!next || this.capitalized) return false;
    if (next.kind === 'number' || next.kind === 'placeholder') return !isProse(this.tokens[at + 2]);
    if (next.kind === 'string' || next.kind === 'open') return this.upperCase || this.hasSymbols(at + 2);
    if (/^(?:EXISTS|NOT|CASE|DISTINCT|TOP)$/.test(next.upper)) return this.upperCase || next.upper === 'EXISTS';
    if (next.text === '*') return this.tokens.length === at + 2;
    const call = this.tokens[at + 2];
    if (next.kind === 'word' && call?.kind === 'open' && call.start === next.end) return true;
    if (/^(?:CURRENT_TIMESTAMP|CURRENT_DATE|CURRENT_USER|@@\w+)$/.test(next.upper)) return true;
    // A list that is put together in pieces: 'SELECT id, name '
    return (
      this.upperCase &&
      this.isName(at + 1) &&
      next.kind !== 'hole' &&
      this.isExpressionList(at + 1, this.tokens.length) &&
      this.hasSymbols()
    );
  }

  /** Expressions with commas between; three plain words in a row, or an article, make it a sentence. */
  private isExpressionList(from: number, to: number): boolean {
    if (from >= to) return false;
    let run = 0;
    for (let at = from; at < to; at++) {
      const token = this.tokens[at];
      const plain = token?.kind === 'word' && !KEYWORDS.has(token.upper);
      run = plain ? run + 1 : 0;
      if (
        run > 2 &&
        !this.tokens.slice(from, to).some((other) => /^(?:CASE|OVER|INTERVAL|AT|TOP|DISTINCT)$/.test(other.upper))
      )
        return false;
      if (
        plain &&
        run > 0 &&
        isProse(token) &&
        this.tokens[at + 1]?.kind !== 'dot' &&
        this.tokens[at - 1]?.kind !== 'dot'
      ) {
        // `a` and `one` are aliases when nothing follows them.
        const follows = this.tokens[at + 1];
        if (at + 1 < to && isOperand(follows) && follows?.kind !== 'close') return false;
        if (token.upper === 'THE') return false;
      }
    }
    return true;
  }

  /** Does the text go on as SQL does after a table: an alias at most, then a clause or the end? */
  private isStatementEnd(from: number): boolean {
    let at = from;
    while (this.tokens[at]?.kind === 'dot') at += 2;
    for (let words = 0; ; at++) {
      const token = this.tokens[at];
      if (!token || token.kind !== 'word' || KEYWORDS.has(token.upper)) return this.isKeywordInPlace(token);
      if (
        /^(?:FINAL|TABLESAMPLE|STRAIGHT_JOIN|FORCE|USE|ASOF|GLOBAL|ANY|SETTINGS|FORMAT|OUTPUT|PIVOT|INDEXED|SAMPLE)$/.test(
          token.upper,
        )
      )
        return true;
      if ((isProse(token) && token.text.length > 1) || ++words > 1) return false;
    }
  }

  /** After a table, lower-case words such as `in`, `to` and `and` are those of a sentence. */
  private isKeywordInPlace(token: Token | undefined): boolean {
    if (!token || token.kind !== 'word') return true;
    return (
      !/^(?:AND|OR|IN|BY|THEN|WHEN|CASE|IS|NOT|DO|ALL|LIKE|END|INTO|DISTINCT|BETWEEN)$/.test(token.upper) ||
      this.hasSymbols()
    );
  }

  private isInsert(): boolean {
    let at = 1;
    while (/^(?:OR|IGNORE|REPLACE|ABORT|ROLLBACK|LOW_PRIORITY|DELAYED)$/.test(this.word(at))) at++;
    if (this.word(at) !== 'INTO') return false;
    at++;
    if (/^(?:TABLE|FUNCTION)$/.test(this.word(at))) at++;
    if (!this.tokens[at]) return this.upperCase;
    if (!this.isName(at)) return false;
    at++;
    while (this.tokens[at]?.kind === 'dot') at += 2;
    const token = this.tokens[at];
    if (!token) return this.upperCase || this.hasSymbols();
    if (token.kind === 'open' || token.kind === 'hole' || token.kind === 'glued') return true;
    return (
      /^(?:VALUES|SELECT|DEFAULT|SET|AS|USING|WITH|ON|FORMAT|OUTPUT)$/.test(token.upper) ||
      this.word(at + 1) === 'USING'
    );
  }

  private isUpdate(): boolean {
    const set = this.findWord('SET', 1);
    if (set === -1)
      return this.upperCase && this.isName(1) && this.tokens.length === 2 && this.tokens[1]?.kind !== 'hole';
    if (set < 2 || set > 40) return false;
    if (!this.isName(1) && !/^(?:ONLY|OR|IGNORE)$/.test(this.word(1))) return false;
    const target = this.tokens[set + 1];
    if (!target) return this.upperCase || !this.capitalized;
    if (target.kind === 'hole' || target.kind === 'placeholder' || target.kind === 'open' || target.kind === 'glued')
      return true;
    return (
      this.isName(set + 1) &&
      this.tokens.slice(set + 2, set + 12).some((token) => token.text === '=' || token.text === '+=')
    );
  }

  private isWith(): boolean {
    let at = this.word(1) === 'RECURSIVE' ? 2 : 1;
    if (!this.isName(at)) return false;
    at++;
    const as = this.findWord('AS', at);
    if (as === -1 || as > 80 || (as !== at && this.tokens[at]?.kind !== 'open')) return false;
    if (/^(?:NOT|MATERIALIZED)$/.test(this.word(as + 1))) return true;
    const body = this.tokens[as + 1];
    return (
      body?.kind === 'open' &&
      (this.upperCase ||
        /^(?:SELECT|INSERT|UPDATE|DELETE|WITH|VALUES)$/.test(this.word(as + 2)) ||
        this.tokens[as + 2]?.kind === 'hole')
    );
  }

  private isDefinition(): boolean {
    let at = 1;
    while (DEFINITION_MODIFIERS.test(this.word(at))) at++;
    if (this.first === 'COMMENT') return this.upperCase && this.word(1) === 'ON' && DEFINED_THINGS.test(this.word(2));
    if (!DEFINED_THINGS.test(this.word(at))) return false;
    if (this.upperCase) return !isProse(this.tokens[at + 1]);
    if (this.capitalized) return false;
    return (
      this.word(at + 1) === 'IF' ||
      this.tokens
        .slice(at + 2, at + 8)
        .some((token) => token.kind === 'open' || /^(?:ON|ADD|AS|DROP|RENAME)$/.test(token.upper)) ||
      this.hasSymbols(at + 1)
    );
  }

  private isTransaction(): boolean {
    const next = this.tokens[1];
    if (this.first === 'SAVEPOINT') return this.upperCase && this.isName(1) && this.tokens.length <= 3;
    if (this.first === 'RELEASE') return this.word(1) === 'SAVEPOINT';
    if (this.first === 'START')
      return this.word(1) === 'TRANSACTION' && (!this.capitalized || this.tokens.length === 2);
    if (!next) return this.upperCase;
    if (next.kind === 'semicolon') return !this.capitalized;
    if (/^(?:TRANSACTION|WORK|TRAN)$/.test(next.upper)) return this.upperCase || this.tokens.length <= 3;
    return this.upperCase && /^(?:ISOLATION|IMMEDIATE|EXCLUSIVE|DEFERRED|TO|READ|PREPARED|AND)$/.test(next.upper);
  }

  private isCommand(): boolean {
    const next = this.tokens[1];
    if (!next || this.capitalized) return false;
    switch (this.first) {
      case 'SET':
        if (
          /^(?:LOCAL|SESSION|GLOBAL|NAMES|ROLE|TRANSACTION|CONSTRAINTS|SEARCH_PATH|STATEMENT_TIMEOUT|LOCK_TIMEOUT)$/.test(
            next.upper,
          )
        ) {
          return this.upperCase || this.tokens.length > 3;
        }
        return (
          this.upperCase && this.isName(1) && (/^(?:=|TO|:=)$/.test(this.word(2)) || this.tokens[2]?.kind === 'dot')
        );
      case 'CALL':
        return this.isCall(1);
      case 'EXEC':
      case 'EXECUTE':
        return this.upperCase ? this.isName(1) : /^(?:sp_|dbo$|xp_)/i.test(next.text);
      case 'NOTIFY':
      case 'LISTEN':
      case 'UNLISTEN':
        return (
          this.upperCase &&
          (this.isName(1) || next.text === '*') &&
          (this.tokens.length <= 3 || this.tokens[2]?.kind === 'comma')
        );
      case 'TRUNCATE':
        if (this.word(1) === 'TABLE') return this.upperCase || this.isName(2);
        return this.upperCase && this.isName(1) && this.isStatementEnd(2);
      case 'REFRESH':
        return this.word(1) === 'MATERIALIZED';
      case 'DO':
        return next.quote === '$';
      case 'PRAGMA':
      case 'VACUUM':
      case 'ANALYZE':
      case 'REINDEX':
        return this.upperCase ? !isProse(next) : this.first === 'PRAGMA';
      case 'SHOW':
        return (
          this.upperCase &&
          /^(?:TABLES|DATABASES|COLUMNS|INDEX|STATUS|CREATE|FULL|VARIABLES|SEARCH_PATH|SERVER_VERSION)$/.test(
            next.upper,
          )
        );
      case 'LOCK':
        return this.upperCase && /^TABLES?$/.test(next.upper);
      case 'COPY':
        return (
          this.upperCase &&
          this.tokens.some((token) => token.upper === 'FROM' || token.upper === 'TO') &&
          this.hasSymbols()
        );
      case 'GRANT':
      case 'REVOKE':
        return (
          this.upperCase &&
          this.tokens.some((token) => token.upper === 'ON' || token.upper === 'TO') &&
          !this.tokens.some((token) => token.upper === 'THE')
        );
      default:
        return false;
    }
  }

  private isCall(at: number): boolean {
    let end = at;
    while (this.tokens[end + 1]?.kind === 'dot') end += 2;
    const open = this.tokens[end + 1];
    return this.isName(at) && open?.kind === 'open' && (this.upperCase || open.start === this.tokens[end]?.end);
  }

  /** A clause on its own: `WHERE id = $1`, `ORDER BY "createdAt" DESC`, `AND deleted_at IS NULL`. */
  private isFragment(): boolean {
    if (this.capitalized || this.tokens.length < 2) return false;
    if (this.tokens.some((token) => isProse(token) && token.upper !== 'A' && !KEYWORDS.has(token.upper))) return false;
    switch (this.first) {
      case 'WHERE':
      case 'AND':
      case 'OR':
      case 'HAVING':
      case 'ON':
        return this.isCondition();
      case 'ORDER':
      case 'GROUP':
        if (this.word(1) !== 'BY' || !this.tokens[2]) return false;
        return this.upperCase || this.hasSymbols(2) || /^(?:ASC|DESC)$/.test(this.tokens.at(-1)?.upper ?? '');
      case 'LIMIT':
      case 'OFFSET':
        return (
          (this.upperCase || this.tokens.length > 3) &&
          /^(?:number|placeholder|hole)$/.test(this.tokens[1]?.kind ?? '') &&
          (!this.tokens[2] ||
            /^(?:OFFSET|LIMIT|FOR|ROWS)$/.test(this.word(2)) ||
            this.tokens[2].kind === 'comma' ||
            this.tokens[2].kind === 'semicolon')
        );
      case 'LEFT':
      case 'RIGHT':
      case 'INNER':
      case 'CROSS':
      case 'FULL':
      case 'OUTER':
      case 'JOIN': {
        const join = this.findWord('JOIN', 0);
        return (
          join !== -1 &&
          join <= 3 &&
          (this.upperCase || this.findWord('ON', join) !== -1) &&
          (this.isName(join + 1) || this.tokens[join + 1]?.kind === 'open' || this.word(join + 1) === 'LATERAL')
        );
      }
      case 'FROM':
        return (
          this.upperCase &&
          this.isName(1) &&
          this.isStatementEnd(2) &&
          (this.findWord('WHERE', 2) !== -1 || this.findWord('JOIN', 2) !== -1)
        );
      case 'UNION':
        return this.tokens.slice(1, 4).some((token) => token.upper === 'SELECT');
      case 'RETURNING':
        return this.upperCase && (this.word(1) === '*' || this.isName(1)) && this.isStatementEnd(2);
      default:
        return false;
    }
  }

  private isCondition(): boolean {
    const operator = this.tokens.slice(1, 16).find((token) => {
      if (token.kind === 'operator') return /^(?:=|<>|!=|<=?|>=?|@>|<@|&&|~\*?)$/.test(token.text);
      return /^(?:IS|IN|LIKE|ILIKE|BETWEEN|EXISTS)$/.test(token.upper);
    });
    if (!operator) return false;
    const first = this.tokens[1];
    const startsWell =
      this.isName(1) ||
      first?.kind === 'open' ||
      first?.kind === 'number' ||
      /^(?:NOT|EXISTS|LOWER)$/.test(first?.upper ?? '');
    const gap = this.tokens.indexOf(operator) - 1;
    return startsWell && (operator.kind === 'operator' || this.upperCase) && (gap < 3 || this.hasSymbols());
  }
}

const isProse = (token: Token | undefined): boolean => token?.kind === 'word' && PROSE_WORDS.has(token.upper);

const DEFINITION_MODIFIERS =
  /^(?:OR|REPLACE|TEMP|TEMPORARY|UNIQUE|GLOBAL|LOCAL|UNLOGGED|MATERIALIZED|FOREIGN|CONSTRAINT|RECURSIVE|VIRTUAL|DEFAULT|FULLTEXT|CLUSTERED|NONCLUSTERED|EVENT|EXTERNAL)$/;
const DEFINED_THINGS =
  /^(?:TABLE|INDEX|VIEW|SCHEMA|DATABASE|FUNCTION|PROCEDURE|TRIGGER|TYPE|EXTENSION|SEQUENCE|ROLE|USER|POLICY|DOMAIN|COLUMN|AGGREGATE|SERVER|PUBLICATION|SUBSCRIPTION|DICTIONARY|PRIVILEGES|RULE|CAST|COLLATION|OPERATOR|TABLESPACE|LANGUAGE|OWNED)$/;
