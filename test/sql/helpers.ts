import type { HolePosition, Parameterized, SqlAnalysis, SqlPiece } from '../../src/sql/index.js';
import { analyseSql } from '../../src/sql/index.js';

/** The pieces of a template in which each `{}` is a hole. */
export function template(text: string): SqlPiece[] {
  return text
    .split('{}')
    .flatMap((part, i): SqlPiece[] =>
      i === 0 ? [{ kind: 'text', text: part }] : [{ kind: 'hole' }, { kind: 'text', text: part }],
    );
}

export function analysis(text: string): SqlAnalysis {
  const result = analyseSql(template(text));
  if (!result) throw new Error(`not understood: ${text}`);
  return result;
}

export function hole(text: string, index = 0): HolePosition {
  const found = analysis(text).holes[index];
  if (!found) throw new Error(`no hole ${index}: ${text}`);
  return found;
}

/** The text with its placeholders, or the refusal's reason. */
export const written = (result: Parameterized): string =>
  result.ok
    ? result.pieces.map((piece) => (piece.kind === 'placeholder' && piece.text === '' ? '{}' : piece.text)).join('')
    : result.reason;
