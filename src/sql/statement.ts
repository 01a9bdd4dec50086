import type { Scan } from './scan.js';
import type { StatementKind, UnbindableReason } from './types.js';
import { DDL_WORDS, NOTIFY_WORDS, TRANSACTION_WORDS, UTILITY_WORDS } from './words.js';

const MAIN: Partial<Record<string, StatementKind>> = {
  SELECT: 'select',
  VALUES: 'select',
  TABLE: 'select',
  INSERT: 'insert',
  REPLACE: 'insert',
  MERGE: 'insert',
  UPDATE: 'update',
  DELETE: 'delete',
};

export interface Statement {
  kind: StatementKind;
  /** Token index of the word that says what it does: after EXPLAIN, WITH and opening parentheses. */
  at: number;
  word: string;
  /** Set when no hole in it can be a bind parameter. */
  unbindable: UnbindableReason | null;
}

/** What the statement starting at token `start` is. A WITH is looked through to what it serves. */
export function findStatement(scan: Scan, start: number): Statement {
  const { tokens } = scan;
  let at = start;
  while (tokens[at]?.kind === 'open') at++;
  while (/^(?:EXPLAIN|ANALYZE|VERBOSE)$/.test(tokens[at]?.upper ?? '') && tokens[at + 1]?.kind === 'word') at++;
  if (tokens[at]?.upper === 'WITH') {
    const frame = scan.places[at]?.frame;
    for (let next = at + 1; next < (frame?.close ?? 0); next++) {
      if (
        scan.places[next]?.frame === frame &&
        /^(?:SELECT|INSERT|UPDATE|DELETE|MERGE|VALUES)$/.test(tokens[next]?.upper ?? '')
      ) {
        at = next;
        break;
      }
    }
  }
  const word = tokens[at]?.upper ?? '';
  if (MAIN[word]) return { kind: MAIN[word], at, word, unbindable: null };
  if (DDL_WORDS.has(word)) return { kind: 'ddl', at, word, unbindable: 'ddl' };
  if (NOTIFY_WORDS.has(word)) return { kind: 'notify', at, word, unbindable: 'utility-statement' };
  if (TRANSACTION_WORDS.has(word)) return { kind: 'transaction', at, word, unbindable: 'utility-statement' };
  if (UTILITY_WORDS.has(word)) return { kind: 'other', at, word, unbindable: 'utility-statement' };
  return { kind: 'other', at, word, unbindable: null };
}

/** The statement that decides what the text is: the first one that isn't `BEGIN` or `SET` where several stand in it. */
export function findMainStatement(scan: Scan): Statement {
  const all = scan.statements.map((start) => findStatement(scan, start));
  const first = all[0] ?? { kind: 'other', at: 0, word: '', unbindable: null };
  const telling = all.find((statement) => !/^(?:transaction|other)$/.test(statement.kind));
  return telling ?? first;
}
