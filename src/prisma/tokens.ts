import type { PrismaComment, Range } from './ast.js';

export interface Token {
  /** `newline` for the end of a line; punctuation is its own kind. */
  readonly kind: 'word' | 'text' | 'number' | 'newline' | 'other' | '@' | '@@' | Punctuation;
  readonly text: string;
  readonly range: Range;
}
type Punctuation = '{' | '}' | '(' | ')' | '[' | ']' | ',' | ':' | '=' | '.' | '?';

/** One alternative each: comment, text, word, number, attribute sign, punctuation, end of line, anything else. */
const TOKEN =
  /(\/\/[^\n]*|\/\*[^]*?(?:\*\/|$))|("(?:[^"\\\n]|\\.)*")|([\p{L}_][\p{L}\p{N}_-]*)|(-?\d[\d.]*)|(@@?|[{}()[\],:=.?])|(\n)|([^\s])/gu;

const withoutMarks = (comment: string): string =>
  comment.startsWith('/*') ? comment.slice(2).replace(/\*\/$/, '') : comment.replace(/^\/{2,3}/, '').trimEnd();

/** Cuts a schema into tokens and comments; what is no Prisma becomes `other`. */
export function tokenize(text: string): { readonly tokens: readonly Token[]; readonly comments: PrismaComment[] } {
  const tokens: Token[] = [];
  const comments: PrismaComment[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const [whole, comment, quoted, word, number, sign, newline] = match;
    const range: Range = [match.index, match.index + whole.length];
    if (comment !== undefined) comments.push({ type: 'PrismaComment', range, value: withoutMarks(comment) });
    else
      tokens.push({
        kind:
          quoted !== undefined
            ? 'text'
            : word !== undefined
              ? 'word'
              : number !== undefined
                ? 'number'
                : sign !== undefined
                  ? (sign as Token['kind'])
                  : newline !== undefined
                    ? 'newline'
                    : 'other',
        text: whole,
        range,
      });
  }
  return { tokens, comments };
}
