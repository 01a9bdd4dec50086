import type { TSESLint } from '@typescript-eslint/utils';

import { findVariable } from '../facts/bindings.js';
import { denote } from '../facts/entities.js';
import type { SqlDoor } from '../facts/sql-doors.js';
import { analyseSql, type ParameterizeOptions } from '../sql/index.js';
import type { Node, TSESTree } from '../syntax/ast.js';
import { fileOf } from '../model/file.js';
import { memberName, unwrap } from '../syntax/nodes.js';
import { made, type SqlFix, type Solved } from './sql.js';
import { rewriteText, type Segment } from './sql-text.js';

type SourceCode = Readonly<TSESLint.SourceCode>;
type Solve = (
  door: SqlDoor,
  segments: readonly Segment[],
  options: Omit<ParameterizeOptions, 'scalars' | 'doubleQuotes' | 'names'>,
  source: SourceCode,
) => Solved | null;

/** The tag that takes the call's place, and what of the call it replaces. */
interface TagForm {
  readonly tag: string;
  readonly replaced: Node;
}

/** The query as a template of the client's own tag, whose holes are bound; null for clients and calls without that form. */
export function findTagForm(
  door: SqlDoor,
  root: Node,
  segments: readonly Segment[],
  source: SourceCode,
  solve: Solve,
): SqlFix | null {
  const form = formOf(door, source);
  // A text in a variable is a string there, and can't be made a tagged template in place.
  if (!form || root !== unwrap(door.text)) return null;
  const text = segments.map((segment) => (segment.kind === 'hole' ? ' ' : segment.text)).join('');
  if (segments.some((segment) => segment.kind === 'kept')) return null;
  if ((analyseSql([{ kind: 'text', text }])?.placeholders.count ?? 0) > 0) return null;
  const lists = door.library?.name === 'postgres' ? 'any' : 'none';
  const solved = solve(door, segments, { placeholder: 'tag', lists, existing: 0 }, source);
  const written = solved && rewriteText(root, segments, solved.result.edits, source, (n) => solved.codes[n]!);
  if (!solved || !written) return null;
  const [template] = written;
  const code = `${form.tag}${template!.text}`;
  return made(
    [{ range: form.replaced.range, text: code }],
    solved.sure,
    [{ range: form.replaced.range, text: code }],
    [],
  );
}

function formOf(door: SqlDoor, source: SourceCode): TagForm | null {
  const { call, row, library } = door;
  if (call.callee.type !== 'MemberExpression' || call.arguments.length !== 1 || call.optional || call.callee.optional)
    return null;
  const receiver = source.getText(call.callee.object);
  const types = call.typeArguments ? source.getText(call.typeArguments) : '';
  switch (library?.name) {
    case 'prisma':
      if (row.escape) return { tag: `${receiver}.sql`, replaced: call };
      return row.tag ? { tag: `${receiver}.${row.tag}${types}`, replaced: call } : null;
    case 'postgres':
      return memberName(call.callee) === 'unsafe' ? { tag: `${receiver}${types}`, replaced: call } : null;
    case 'drizzle':
      if (row.escape) return { tag: receiver, replaced: call };
      return tagInScope(call, 'drizzle-orm');
    case 'kysely':
      return row.escape && memberName(call.callee) === 'raw' ? { tag: `${receiver}${types}`, replaced: call } : null;
    default:
      return null;
  }
}

/** `db.execute(text)` takes a template of the `sql` tag, where the file imports it. */
function tagInScope(call: TSESTree.CallExpression, module: string): TagForm | null {
  for (const { tag } of fileOf(call).index.tags)
    if (tag.type === 'Identifier' && tag.name === 'sql' && isVisible(tag, call)) {
      const entity = denote(tag);
      if (entity?.kind === 'export' && entity.module === module) return { tag: 'sql', replaced: call.arguments[0]! };
    }
  return null;
}

const isVisible = (tag: TSESTree.Identifier, call: Node): boolean => {
  const scope = findVariable(tag)?.scope;
  return scope !== undefined && (scope.type === ('module' as never) || scope.block.range[0] <= call.range[0]);
};
