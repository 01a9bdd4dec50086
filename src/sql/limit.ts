import { analyseTemplate } from './analyse.js';
import { readTemplate } from './template.js';
import { isSqlTemplate, isSqlText } from './recognise.js';
import type { SqlTemplate } from './template.js';
import { isOperand } from './tokens.js';
import type { SqlPiece } from './types.js';

/**
 * Where ` LIMIT n` can be put in so that it bounds the outermost SELECT: before OFFSET, FOR UPDATE, a trailing `;` or comment. Null when
 * it can't: no SELECT, bounded already, SQL Server's dialect (which has no LIMIT), several statements.
 */
export function findLimitInsertion(text: string): number | null {
  if (!isSqlText(text)) return null;
  const template = readTemplate([{ kind: 'text', text }]);
  return template && insertionIn(template);
}

/** The same for a template: the piece and the offset in its text; null also when a hole may bring a LIMIT of its own. */
export function findLimitInsertionInTemplate(pieces: readonly SqlPiece[]): { piece: number; offset: number } | null {
  if (!isSqlTemplate(pieces)) return null;
  const template = readTemplate(pieces);
  if (!template || template.holes.some((hole) => hole.role === 'fragment' || hole.role === 'unknown')) return null;
  let offset = insertionIn(template);
  if (offset === null) return null;
  for (const [index, piece] of pieces.entries()) {
    const length = piece.kind === 'text' ? piece.text.length : 1;
    if (piece.kind === 'text' && offset <= length) return { piece: index, offset };
    offset -= length;
  }
  return null;
}

function insertionIn(template: SqlTemplate): number | null {
  const { scan } = template;
  const { tokens, root } = scan;
  if (template.statement.kind !== 'select' || scan.statements.length !== 1 || !scan.balanced) return null;
  if (template.statement.word !== 'SELECT' || scan.places[template.statement.at]?.frame !== root) return null;
  const clauses = new Set(root.sections.map((section) => section.clause));
  if (!clauses.has('from') || clauses.has('limit') || clauses.has('into') || analyseTemplate(template).bounded)
    return null;
  if (isSqlServer(template)) return null;
  const tail = root.sections.find((section) => /^(?:offset|lock|other)$/.test(section.clause));
  let last = tail ? tail.start - 2 : tokens.length - 1;
  while (tokens[last]?.kind === 'semicolon') last--;
  const end = tokens[last];
  // A text that breaks off after a keyword is unfinished.
  if (!end || !(isOperand(end) || /^(?:ASC|DESC)$/.test(end.upper))) return null;
  return end.end;
}

function isSqlServer(template: SqlTemplate): boolean {
  const { tokens } = template.scan;
  return tokens.some(
    (token, index) =>
      token.quote === '[' ||
      token.style === '@name' ||
      (token.upper === 'WITH' && /^(?:NOLOCK|UPDLOCK|ROWLOCK|READPAST)$/.test(tokens[index + 2]?.upper ?? '')) ||
      (token.upper === 'ROWS' && tokens[index - 2]?.upper === 'OFFSET') ||
      token.upper === 'APPLY',
  );
}
