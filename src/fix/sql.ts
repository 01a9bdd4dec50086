import type { TSESLint } from '@typescript-eslint/utils';

import { getBinding } from '../facts/bindings.js';
import type { SqlDoor } from '../facts/sql-doors.js';
import { clauseOf, findTag, type OpenHole } from '../facts/sql-holes.js';
import { fileOf, findFile } from '../model/file.js';
import { analyseSql, parameterize, type Binding, type ParameterizeOptions, type SqlPiece } from '../sql/index.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { enclosingFunction, unwrap } from '../syntax/nodes.js';
import { databaseOf, isUncertain, isWrong } from './sql-certainty.js';
import { findTagForm } from './sql-tags.js';
import {
  allSegments,
  escapedInTemplate,
  parameterName,
  rewriteText,
  type Segment,
  type SourceEdit,
} from './sql-text.js';
import { findNamedPlace, findValuePlace, inOrder } from './sql-values.js';

type SourceCode = Readonly<TSESLint.SourceCode>;
type Parameterized = Extract<ReturnType<typeof parameterize>, { ok: true }>;

export interface SqlFix {
  readonly fix: (fixer: TSESLint.RuleFixer) => TSESLint.RuleFix[];
  /** The text as it is after the fix, for a suggestion's words. */
  readonly code: string;
  /** It means the same for every harmless value, whatever the types of the columns. */
  readonly sure: boolean;
}

const BINDABLE = new Set(['value', 'quoted', 'list', 'limit']);

/** How a query is rewritten so that its values are bound in the client's own form; null where that can't be done for sure. */
export function findSqlFix(door: SqlDoor, holes: readonly OpenHole[], source: SourceCode): SqlFix | null {
  if (door.proof === 'name' || fileOf(door.call) !== findFile(source.ast)) return null;
  const inTag = findTag(door.call);
  if (inTag) return fixOfPasted(door, inTag, source);
  if (!holes.every(({ role }) => BINDABLE.has(role))) return null;
  const root = rootOf(door);
  const segments = root && allSegments(root);
  if (!root || !segments?.some(({ kind }) => kind === 'hole')) return null;
  return findTagForm(door, root, segments, source, solve) ?? fixOfCall(door, root, segments, source);
}

/** The expression that makes the text: the argument, or a local constant that is used for this call only. */
function rootOf(door: SqlDoor): Node | null {
  const value = unwrap(door.text);
  if (value.type !== 'Identifier') return value;
  const binding = getBinding(value);
  if (binding.kind !== 'value' || !binding.init || binding.path.length > 0 || !binding.constant) return null;
  const reads = binding.variable.references.filter((reference) => reference.isRead());
  return reads.length === 1 && enclosingFunction(binding.init) === enclosingFunction(value)
    ? unwrap(binding.init)
    : null;
}

const piecesOf = (segments: readonly Segment[]): SqlPiece[] =>
  segments.map((segment) => (segment.kind === 'hole' ? { kind: 'hole' } : { kind: 'text', text: segment.text }));

export interface Solved {
  readonly result: Parameterized;
  /** The code of each value to bind. */
  readonly codes: readonly string[];
  readonly sure: boolean;
}

/** Puts placeholders into the text; null where a value can't be bound, or might not mean the same. */
export function solve(
  door: SqlDoor,
  segments: readonly Segment[],
  options: Omit<ParameterizeOptions, 'scalars' | 'doubleQuotes' | 'names'>,
  source: SourceCode,
): Solved | null {
  const pieces = piecesOf(segments);
  const holes = segments.filter((segment) => segment.kind === 'hole');
  const database = databaseOf(door);
  const clause = clauseOf(door);
  const reading = {
    ...(clause ? { clause } : {}),
    doubleQuotes: database === 'mysql' ? 'string' : 'identifier',
  } as const;
  const analysis = analyseSql(pieces, reading);
  if (!analysis) return null;
  const scalars = new Set<number>();
  for (const [index, hole] of holes.entries()) {
    const position = analysis.holes[index]!;
    if (position.role === 'list' && hole.shape === 'unknown') return null;
    if (position.role === 'list' ? hole.shape === 'text' : hole.shape === 'list') return null;
    if (position.role === 'list' && hole.shape === 'scalar') scalars.add(index);
    // Text of one's own may bring its quotes along.
    if (hole.shape === 'text' && !position.quote) return null;
    if (isWrong(door, position, database, options.placeholder)) return null;
  }
  const result = parameterize(pieces, {
    ...options,
    ...reading,
    scalars,
    names: (n) =>
      nameOf(
        holes,
        n,
        pieces,
        analysis.holes.map(({ column }) => column),
      ),
  });
  if (!result.ok) return null;
  const uncertain = analysis.holes.some((position, index) =>
    isUncertain(door, position, textAround(segments, index), database),
  );
  return { result, codes: result.bindings.map((binding) => codeOf(binding, holes, source)), sure: !uncertain };
}

/** The text before and after a hole. */
function textAround(segments: readonly Segment[], index: number): readonly [string, string] {
  let seen = -1;
  const at = segments.findIndex((segment) => segment.kind === 'hole' && ++seen === index);
  const join = (list: readonly Segment[]): string =>
    list.map((segment) => (segment.kind === 'hole' ? '?' : segment.text)).join('');
  return [join(segments.slice(0, at)), join(segments.slice(at + 1))];
}

type Hole = Extract<Segment, { kind: 'hole' }>;

function nameOf(
  holes: readonly Hole[],
  n: number,
  _pieces: readonly SqlPiece[],
  columns: readonly (string | undefined)[],
): string {
  const column = columns[n] ?? '';
  const hole = holes[n];
  const fallback = /^[A-Za-z]\w*$/.test(column) ? column : 'value';
  return hole ? parameterName(hole.value, fallback) : fallback;
}

/** The value to bind: the expression, or a template with the text that stood round it in the quotes. */
function codeOf(binding: Binding, holes: readonly Hole[], source: SourceCode): string {
  const code = (index: number): string => source.getText(holes[index]!.value);
  const [only] = binding.parts;
  if (binding.parts.length === 1 && typeof only === 'number') return code(only);
  return `\`${binding.parts.map((part) => (typeof part === 'number' ? `\${${code(part)}}` : escapedInTemplate(part))).join('')}\``;
}

/** The same call with placeholders, and the values beside the text. */
function fixOfCall(door: SqlDoor, root: Node, segments: readonly Segment[], source: SourceCode): SqlFix | null {
  const { row } = door;
  const database = databaseOf(door);
  const placeholder = row.driver
    ? database === 'postgres'
      ? '$n'
      : database === 'mysql' || database === 'sqlite'
        ? '?'
        : null
    : row.placeholder;
  if (placeholder === ':name' || placeholder === '@name') return fixOfNamed(door, root, segments, placeholder, source);
  if (placeholder !== '$n' && placeholder !== '?') return null;
  const written = segments.map((segment) => (segment.kind === 'hole' ? ' ' : segment.text)).join('');
  const placeholders = analyseSql(piecesOf(segments))?.placeholders.count ?? 0;
  // Clients that fill `?` in themselves do so in quotes, too; a `?` that is an operator would be taken for a value.
  if (placeholder === '?' && (written.match(/\?/g)?.length ?? 0) !== placeholders) return null;
  const place = findValuePlace(door, placeholders, source);
  if (!place) return null;
  if (placeholder === '?' ? place.existing.length !== placeholders : place.existing.length < placeholders) return null;
  const lists = row.driver && placeholder === '?' ? 'none' : (row.lists ?? 'none');
  const solved = solve(door, segments, { placeholder, lists, existing: place.existing.length }, source);
  const values = solved && inOrder(place.existing, solved.result.renumbered, solved.result.bindings, solved.codes);
  const text = solved && rewriteText(root, segments, solved.result.edits, source, null);
  if (!solved || !values || !text) return null;
  return made([...text, place.write(values)], solved.sure, text, values);
}

/** `:name` and an object of values; for SQL Server `@name` and `.input(name, value)`. */
function fixOfNamed(
  door: SqlDoor,
  root: Node,
  segments: readonly Segment[],
  placeholder: ':name' | '@name',
  source: SourceCode,
): SqlFix | null {
  const lists = door.library?.name === 'typeorm' ? 'spread' : (door.row.lists ?? 'none');
  const solved = solve(door, segments, { placeholder, lists, existing: 0 }, source);
  if (!solved) return null;
  const names = solved.result.bindings.map((binding) => binding.name!);
  const text = rewriteText(root, segments, solved.result.edits, source, null);
  if (!text || isNameTaken(door, names, source)) return null;
  if (placeholder === '@name') {
    const receiver = door.call.callee.type === 'MemberExpression' ? unwrap(door.call.callee.object) : null;
    if (receiver?.type !== 'CallExpression' || receiver.callee.type !== 'MemberExpression') return null;
    if (receiver.callee.property.type !== 'Identifier' || receiver.callee.property.name !== 'request') return null;
    const inputs = names.map((name, n) => `.input('${name}', ${solved.codes[n]})`).join('');
    return made([...text, { range: [receiver.range[1], receiver.range[1]], text: inputs }], solved.sure, text, []);
  }
  const written = segments.map((segment) => (segment.kind === 'hole' ? ' ' : segment.text)).join('');
  const place = findNamedPlace(door, source);
  // Every `:word` of the text is a parameter to the client as soon as there are values.
  const others = [...written.matchAll(/(?<!:):(?:\.\.\.)?([A-Za-z_]\w*)/g)].map((match) => match[1]!);
  if (!place || names.some((name) => place.names.includes(name))) return null;
  if (door.row.option !== undefined && others.some((name) => !place.names.includes(name))) return null;
  const entries = names.map((name, n) => (solved.codes[n] === name ? name : `${name}: ${solved.codes[n]}`));
  return made([...text, place.write(entries)], solved.sure, text, entries);
}

/** Names are shared by all of a builder's conditions: another use in the same function would get our value. */
function isNameTaken(door: SqlDoor, names: readonly string[], source: SourceCode): boolean {
  if (new Set(names).size !== names.length) return true;
  if (door.row.option !== undefined) return false;
  const around = enclosingFunction(door.call) ?? source.ast;
  const text = source.text.slice(...around.range);
  // The same expression in two conditions is the same value; a name of two values isn't.
  return names.some(
    (name) =>
      new RegExp(`:(?:\\.\\.\\.)?${name}\\b`).test(text.replaceAll(/:\s+/g, ' ')) || countOf(text, `.${name}}`) > 1,
  );
}

const countOf = (text: string, part: string): number => text.split(part).length - 1;

/** A value pasted raw into a tag that binds its holes: the hole takes the value itself. */
function fixOfPasted(door: SqlDoor, tag: TSESTree.TaggedTemplateExpression, source: SourceCode): SqlFix | null {
  const segments = allSegments(unwrap(door.text));
  const holes = segments?.filter((segment) => segment.kind === 'hole') ?? [];
  const around =
    segments
      ?.flatMap((segment) => (segment.kind === 'text' ? [segment.text] : segment.kind === 'kept' ? ['?'] : []))
      .join('') ?? '';
  const [hole] = holes;
  if (!hole || holes.length !== 1 || (around !== '' && around !== "''") || hole.shape === 'text') return null;
  let at = -1;
  let seen = 0;
  const pieces: SqlPiece[] = [];
  for (const [i, quasi] of tag.quasi.quasis.entries()) {
    pieces.push({ kind: 'text', text: quasi.value.cooked ?? '' });
    const inserted = tag.quasi.expressions[i];
    if (!inserted) continue;
    const ours = unwrap(inserted) === door.call;
    if (ours) at = seen;
    seen++;
    const quote: SqlPiece[] = ours && around !== '' ? [{ kind: 'text', text: "'" }] : [];
    pieces.push(...quote, { kind: 'hole' }, ...quote);
  }
  const position = at < 0 ? null : analyseSql(pieces, FRAGMENT)?.holes[at];
  if (!position?.bindable || position.role === 'list') return null;
  const code = source.getText(hole.value);
  const edit: SourceEdit = { range: door.call.range, text: code };
  return made([edit], position.role === 'quoted' && door.library?.name !== 'prisma', [edit], []);
}

/** A tag's text may be a condition only. */
const FRAGMENT = { clause: 'where' } as const;

function made(
  edits: readonly SourceEdit[],
  sure: boolean,
  text: readonly SourceEdit[],
  values: readonly string[],
): SqlFix {
  const code = [
    text.map((edit) => edit.text).join(' … '),
    ...(values.length > 0 ? [`[${values.join(', ')}]`] : []),
  ].join(', ');
  return {
    sure,
    code: code.replaceAll(/\s+/g, ' ').slice(0, 120),
    fix: (fixer) => edits.map(({ range, text: written }) => fixer.replaceTextRange([range[0], range[1]], written)),
  };
}

export { made };
