import type { PgNode } from '../../sql/postgres.js';
import type { SqlStatement } from '../../sql/script.js';
import type { Token } from '../../sql/tokens.js';

type Range = readonly [start: number, end: number];

export const asNode = (value: unknown): PgNode | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as PgNode) : null;

/** The nodes of a list: `[{ ColumnDef: { … } }]` gives each with the name of its kind. */
export function nodesOf(value: unknown): { readonly kind: string; readonly node: PgNode }[] {
  return Array.isArray(value) ? value.flatMap((each) => kindOf(asNode(each)) ?? []) : [];
}

/** What a wrapper holds: of `{ DropStmt: { … } }` its kind and itself. */
export function kindOf(wrapper: PgNode | null): { readonly kind: string; readonly node: PgNode } | null {
  const [entry] = Object.entries(wrapper ?? {});
  const node = entry && asNode(entry[1]);
  return entry && node ? { kind: entry[0], node } : null;
}

export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The texts of a list of names. */
export const namesIn = (value: unknown): string[] =>
  nodesOf(value).flatMap(({ kind, node }) => (kind === 'String' ? (textOf(node['sval']) ?? []) : []));

/** The table that a `RangeVar` names, without its schema. */
export const tableIn = (value: unknown): string | null => textOf(asNode(value)?.['relname']);

/** A command of `ALTER TABLE`, and where it stands: the tree doesn't say. */
export interface AlterCommand {
  readonly command: PgNode;
  readonly range: Range;
}

/** The commands of `ALTER TABLE t a, b`, each with its own place. */
export function commandsOf(statement: SqlStatement, node: PgNode): AlterCommand[] {
  const commands = nodesOf(node['cmds']).map((each) => each.node);
  const location = asNode(node['relation'])?.['location'];
  const parts = typeof location === 'number' ? partsAfterName(statement, statement.placeOf(location)) : [];
  return commands.map((command, index) => ({
    command,
    range: parts.length === commands.length ? parts[index]! : statement.range,
  }));
}

/** What stands behind a table's name, cut at its commas. */
function partsAfterName({ tokens }: SqlStatement, name: number): Range[] {
  let at = tokens.findIndex(({ start }) => start >= name);
  if (at === -1) return [];
  at++;
  while (tokens[at]?.kind === 'dot') at += 2;
  if (tokens[at]?.text === '*') at++;
  const parts: Range[] = [];
  let first: Token | null = null;
  let last: Token | null = null;
  let depth = 0;
  for (const token of tokens.slice(at)) {
    if (token.kind === 'open') depth++;
    else if (token.kind === 'close') depth--;
    if (token.kind === 'comma' && depth === 0) {
      if (first && last) parts.push([first.start, last.end]);
      first = last = null;
    } else {
      first ??= token;
      last = token;
    }
  }
  if (first && last) parts.push([first.start, last.end]);
  return parts;
}

/** The token that begins at an offset of the tree. */
export function rangeAt(statement: SqlStatement, location: unknown): Range {
  const start = typeof location === 'number' ? statement.placeOf(location) : statement.range[0];
  const token = statement.tokens.find((each) => each.start >= start);
  return token ? [token.start, token.end] : statement.range;
}

/** From the beginning of a statement to the end of the table's name: what is read first of it. */
export function headOf(statement: SqlStatement, relation: unknown): Range {
  const location = asNode(relation)?.['location'];
  if (typeof location !== 'number') return statement.range;
  const { tokens } = statement;
  const start = statement.placeOf(location);
  let at = tokens.findIndex((each) => each.start >= start);
  while (tokens[at + 1]?.kind === 'dot') at += 2;
  // A statement within another (`WITH gone AS (DELETE …)`) is shown by its table alone.
  return [statement.range[0], tokens[at]?.end ?? statement.range[1]];
}
