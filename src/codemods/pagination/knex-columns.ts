import { chainRound, linksOf } from '../../facts/schema/names.js';
import { textOf } from '../../facts/values.js';
import { sourceText, type BackendFile } from '../../model/file.js';
import type { Node, TSESTree } from '../../syntax/ast.js';
import { calleeName, isFunction, receiverOf, unwrap } from '../../syntax/nodes.js';
import { allOf } from '../../syntax/walk.js';
import type { Column } from './paging.js';
import type { IdType } from './template.js';

const TYPES: Readonly<Record<string, IdType>> = {
  increments: 'number',
  integer: 'number',
  uuid: 'uuid',
  string: 'string',
  text: 'string',
};

/** The columns of a table as a migration of Knex makes it; null where none does, or several. */
export function knexColumns(file: BackendFile, table: string): ReadonlyMap<string, Column> | null {
  const migrations = file.project.filesMentioning(file.path, /\bcreateTable|\balterTable|\.table\(/);
  const opened = migrations.flatMap((path) => file.project.open(path) ?? []).filter(({ kind }) => kind !== 'test');
  const changes = (...names: readonly string[]): TSESTree.CallExpression[] =>
    opened
      .flatMap(({ index }) => names.flatMap((name) => index.calls.get(name) ?? []))
      .filter(({ arguments: [first, second] }) => first && textOf(first) === table && isFunction(second));
  const [made, ...others] = changes('createTable', 'createTableIfNotExists');
  if (!made || others.length > 0) return null;
  const columns = columnsIn(made.arguments[1]!);
  // What a later migration does to a column is not read: such a column is none to rely on.
  const later = changes('alterTable', 'table').map(sourceText).join('\n');
  for (const name of columns.keys()) if (new RegExp(`['"\`]${name}['"\`]`).test(later)) columns.delete(name);
  return columns;
}

function columnsIn(body: Node): Map<string, Column> {
  const columns = new Map<string, Column>();
  const builder = isFunction(body) && body.params[0] ? sourceText(body.params[0]).replace(/:.*/s, '') : '';
  for (const call of allOf(body, ['CallExpression'])) {
    const receiver = receiverOf(call);
    if (receiver?.type !== 'Identifier' || receiver.name !== builder) continue;
    const kind = calleeName(call) ?? '';
    const [first, second] = call.arguments;
    if (kind === 'timestamps') {
      // `timestamps(true, true)`: both are NOT NULL only with a default.
      const isRequired = call.arguments.length === 2 && sourceText(second!) === 'true';
      for (const name of ['created_at', 'updated_at']) columns.set(name, { type: null, isPrimary: false, isRequired });
      continue;
    }
    const name = first ? textOf(unwrap(first)) : kind === 'increments' ? 'id' : null;
    if (name === null) continue;
    const called = linksOf(chainRound(call)).map((link) => calleeName(link) ?? '');
    const isPrimary = kind === 'increments' || called.includes('primary');
    const isRequired = isPrimary || (called.includes('notNullable') && !called.includes('nullable'));
    columns.set(name, { type: TYPES[kind] ?? null, isPrimary, isRequired });
  }
  return columns;
}
